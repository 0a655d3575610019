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
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type InventedArticle, type Lists, slugOf } from './article.ts';
import { setAside } from './aside.ts';
import { writeArticle } from './magazine.ts';
import { type Cost, measure } from './measure.ts';
import { type SectionsOf, writeForEleventy, writeForHugo } from './peer-formats.ts';

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

export interface EngineCost {
  cost: Cost;
  /** Seconds of it that went to the search index, and to the pictures for sharing, which only one engine makes. */
  search: number;
  sharing: number;
  /** Megabytes of the process that makes the search index, which is another one. */
  searchMemory: number;
}

/** The largest process of a build may be another than its own: Pagefind's, which takes more than all the rest. */
const TELL_MEMORY =
  "process.on('exit', () => console.error(`most memory: ${process.resourceUsage().maxRSS} kB`))";

/** As `npm run build` does. */
const FLAGS_OF_BUILDS = ['--max-semi-space-size=16'];

const CONTENT = 'content';
const PEERS = 'tests/bench/peers';

interface CategoryNames {
  name: string;
  parent?: string;
}

const categories = new Map<string, CategoryNames>(
  readdirSync(join(CONTENT, 'categories')).map((file) => [
    file.replace('.yaml', ''),
    parse(readFileSync(join(CONTENT, 'categories', file), 'utf8')) as CategoryNames,
  ]),
);
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

/** What the peers' pages hold of this one's: its name, its sections, as much style. */
function siteOfPeers() {
  const css = ['tokens', 'base', 'prose', 'forms', 'print'].map((name) =>
    readFileSync(`src/styles/${name}.css`, 'utf8').replace(/\s+/gu, ' '),
  );
  return {
    name: 'Innovations',
    address: 'https://innovations.example',
    names: Object.fromEntries([...categories].map(([slug, { name }]) => [slug, name])),
    css: css.join(''),
  };
}

/** What engines draw once, whatever is built after. */
const DRAWN = ['pictures', 'sharing'];

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
  const PARTS = ['src', 'public', 'package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'];
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
      const astro = ['node_modules/.bin/astro', 'build', '--outDir', 'dist'];
      const { cost, said } = measure(process.execPath, [...FLAGS_OF_BUILDS, ...astro], {
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
        cost: { ...cost, memory: own },
        search: seconds('search-index'),
        sharing: seconds('sharing-pictures'),
        searchMemory: cost.memory > own + 1 ? cost.memory : 0,
      };
    },
  };
}

export function eleventy(folder: string): Engine {
  const root = resolve(folder, 'eleventy');
  const packages = resolve('.cache/bench/packages');
  return {
    name: 'Eleventy',
    root,
    output: join(root, '_site'),
    prepare: () => {
      fresh(root);
      cpSync(join(PEERS, 'eleventy'), root, { recursive: true });
      mkdirSync(packages, { recursive: true });
      cpSync(join(PEERS, 'eleventy/package.json'), join(packages, 'package.json'));
      if (!existsSync(join(packages, 'node_modules')))
        spawnSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: packages, stdio: 'inherit' });
      symlinkSync(join(packages, 'node_modules'), join(root, 'node_modules'));
      writeFileSync(join(root, 'site.js'), `export default ${JSON.stringify(siteOfPeers())};\n`);
    },
    undrawn: () => false,
    write: (article) => writeForEleventy(root, article, sectionsOf),
    changeTemplate: () => {
      const file = join(root, 'src/_includes/article.11ty.js');
      writeFileSync(file, readFileSync(file, 'utf8').replace('<h2>À lire', '<h2>Corrigé : à lire'));
    },
    forget: () => setAside(join(root, '_site')),
    build: () => ({
      ...measure('node_modules/.bin/eleventy', ['--quiet'], {
        cwd: root,
        env: { NODE_OPTIONS: '--max-old-space-size=8192' },
      }),
      search: 0,
      sharing: 0,
      searchMemory: 0,
    }),
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
    build: () => ({ ...measure('hugo', ['--quiet'], { cwd: root }), search: 0, sharing: 0, searchMemory: 0 }),
  };
}
