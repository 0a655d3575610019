import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type InventedArticle, type Lists, slugOf } from './article.ts';
import { setAside } from './aside.ts';
import { writeArticle, writeAuthors } from './magazine.ts';
import { type Cost, measure } from './measure.ts';
import { type SectionsOf, writeForEleventy, writeForHugo } from './peer-formats.ts';
import { categories, siteOfPeers, wholeSiteOfPeers } from './peer-site.ts';

/** A build to measure: the site's own, or one of those it is measured beside. */
export interface Engine {
  name: string;
  /** Folder of the site, and of what it builds in it. */
  root: string;
  output: string;
  /** Writes the site without its articles. */
  prepare(last: number): void;
  /** Whether pictures are still to be drawn. */
  undrawn(): boolean;
  write(article: InventedArticle): void;
  changeTemplate(): void;
  /** Takes away all that a build leaves, but for pictures once drawn. */
  forget(): void;
  build(): EngineCost;
}

export interface EngineCost extends Cost {
  /** Seconds of it that went to the search index, and to the pictures for sharing, which only one engine makes. */
  search: number;
  sharing: number;
  /** Megabytes of the process that makes the search index, which is another one. */
  searchMemory: number;
}

/** The others make neither a search index nor pictures for sharing. */
const PAGES_ALONE = { search: 0, sharing: 0, searchMemory: 0 };

/** The largest process of a build may be another than its own: Pagefind's, which takes more than all the rest. */
const TELL_MEMORY =
  "process.on('exit', () => console.error(`most memory: ${process.resourceUsage().maxRSS} kB`))";

const BUILD_HERE = resolve('tests/bench/build-here.ts');

const CONTENT = 'content';
const PEERS = 'tests/bench/peers';

const sectionsOf: SectionsOf = (category) => {
  const parent = categories.get(category)?.parent;
  return parent ? [category, parent] : [category];
};

/** What invented articles may cite: the magazine's own sections and tags. */
export const lists: Lists = {
  categories: [...categories.keys()],
  tags: (parse(readFileSync(join(CONTENT, 'tags.yaml'), 'utf8')) as { name: string }[]).map(
    ({ name }) => name,
  ),
};

/** What engines draw once, whatever is built after. */
const DRAWN = ['pictures', 'social-cards'];

/** Empties a folder, but for pictures that were drawn in an earlier bench. */
const fresh = (root: string) => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const left = readdirSync(root).filter((name) => name !== '.cache');
  for (const name of left) setAside(join(root, name));
  forgetCache(join(root, '.cache'));
};

function forgetCache(cache: string): void {
  const left = existsSync(cache) ? readdirSync(cache) : [];
  for (const name of left.filter((name) => !DRAWN.includes(name))) setAside(join(cache, name));
}

export function innovations(folder: string): Engine {
  const root = resolve(folder, 'innovations');
  const cache = join(root, '.cache');
  const PARTS = ['src', 'package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'];
  return {
    name: 'Innovations',
    root,
    output: join(root, 'dist'),
    prepare: (last) => {
      fresh(root);
      for (const part of PARTS) cpSync(part, join(root, part), { recursive: true });
      cpSync(CONTENT, join(root, CONTENT), {
        recursive: true,
        filter: (path) => !path.startsWith(join(CONTENT, 'articles')),
      });
      writeAuthors(join(root, CONTENT));
      symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
      const front = `lead: ${slugOf(last)}\nseconds: []\nsections:\n  - innovations-et-societes\n`;
      writeFileSync(join(root, CONTENT, 'front-page.yaml'), front);
    },
    undrawn: () => DRAWN.some((name) => !existsSync(join(cache, name))),
    write: (article) => writeArticle(join(root, CONTENT), article),
    changeTemplate: () => appendFileSync(join(root, 'src/layouts/Article.astro'), '\n<!-- corrigé -->\n'),
    forget: () => {
      for (const name of ['dist', '.astro']) setAside(join(root, name));
      forgetCache(cache);
    },
    build: () => {
      const { cost, said } = measure(process.execPath, [BUILD_HERE], {
        cwd: root,
        env: {
          CACHE_FOLDER: cache,
          ASTRO_TELEMETRY_DISABLED: '1',
          PUBLICATION_NOW: '2027-01-01T00:00:00Z',
          // The others write no compressed copies either.
          PRECOMPRESS: '0',
          NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(TELL_MEMORY)}`,
        },
      });
      const seconds = (name: string) =>
        Number(new RegExp(`\\[${name}\\].* in ([\\d.]+) s`, 'u').exec(said)?.[1] ?? 0);
      const own = Math.max(
        ...[...said.matchAll(/most memory: (\d+) kB/gu)].map(([, kilobytes]) => Number(kilobytes) / 1024),
      );
      return {
        ...cost,
        memory: own,
        search: seconds('search-index'),
        sharing: seconds('social-cards'),
        searchMemory: cost.memory > own + 100 ? cost.memory : 0,
      };
    },
  };
}

/** What both of Eleventy's sites are made of. */
const MODULES = ['magazine.js', 'indexes.js', 'text.js', 'package.json'];

/** Templates that are functions: they join strings, and their pages are light. */
export const eleventy = (folder: string): Engine =>
  eleventyWith(folder, {
    name: 'Eleventy',
    templates: ['eleventy'],
    layout: 'article.11ty.js',
    site: siteOfPeers,
    changed: { file: 'article.11ty.js', from: '<h2>À lire', to: '<h2>Corrigé : à lire' },
  });

/** Templates in Nunjucks, with all parts of this magazine's pages; neither feed nor sitemap. */
export const nunjucks = (folder: string): Engine =>
  eleventyWith(folder, {
    name: 'Eleventy, whole pages',
    templates: [...MODULES.map((name) => `eleventy/${name}`), 'eleventy-nunjucks'],
    layout: 'article.njk',
    site: wholeSiteOfPeers,
    changed: { file: 'article.njk', from: '>À lire', to: '>Corrigé : à lire' },
  });

interface EleventySite {
  name: string;
  /** Folders and files of the peers that it is made of, the last over the first. */
  templates: readonly string[];
  layout: string;
  site: () => object;
  changed: { file: string; from: string; to: string };
}

function eleventyWith(folder: string, { name, templates, layout, site, changed }: EleventySite): Engine {
  const root = resolve(folder, name.replace(/\W+/gu, '-').toLowerCase());
  const packages = resolve('.cache/bench/packages');
  return {
    name,
    root,
    output: join(root, '_site'),
    prepare: () => {
      fresh(root);
      for (const template of templates) {
        const isFile = template.includes('/');
        cpSync(join(PEERS, template), isFile ? join(root, basename(template)) : root, { recursive: true });
      }
      mkdirSync(packages, { recursive: true });
      cpSync(join(PEERS, 'eleventy/package.json'), join(packages, 'package.json'));
      if (!existsSync(join(packages, 'node_modules')))
        spawnSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: packages, stdio: 'inherit' });
      symlinkSync(join(packages, 'node_modules'), join(root, 'node_modules'));
      writeFileSync(join(root, 'site.js'), `export default ${JSON.stringify(site())};\n`);
    },
    undrawn: () => false,
    write: (article) => writeForEleventy(root, article, { sectionsOf, layout }),
    changeTemplate: () => {
      const file = join(root, 'src/_includes', changed.file);
      writeFileSync(file, readFileSync(file, 'utf8').replace(changed.from, changed.to));
    },
    forget: () => setAside(join(root, '_site')),
    build: () => {
      const env = { NODE_OPTIONS: '--max-old-space-size=8192' };
      return {
        ...measure('node_modules/.bin/eleventy', ['--quiet'], { cwd: root, env }).cost,
        ...PAGES_ALONE,
      };
    },
  };
}

/** Debian's Hugo; `null` where it is not installed. */
export function hugo(folder: string): Engine | null {
  if (spawnSync('hugo', ['version']).status !== 0) return null;
  const root = resolve(folder, 'hugo');
  return {
    name: 'Hugo',
    root,
    output: join(root, 'public'),
    prepare: () => {
      fresh(root);
      cpSync(join(PEERS, 'hugo'), root, { recursive: true });
      mkdirSync(join(root, 'data'), { recursive: true });
      writeFileSync(join(root, 'data/site.json'), JSON.stringify(siteOfPeers()));
    },
    undrawn: () => false,
    write: (article) => writeForHugo(root, article, sectionsOf),
    changeTemplate: () => appendFileSync(join(root, 'layouts/_default/single.html'), '\n'),
    forget: () => {
      for (const name of ['public', 'resources']) setAside(join(root, name));
    },
    build: () => ({ ...measure('hugo', ['--quiet'], { cwd: root }).cost, ...PAGES_ALONE }),
  };
}
