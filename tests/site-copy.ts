import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** The content of copies. Tests of the engine do not use the magazine's own content, because editors change it. */
const CONTENT = 'tests/fixtures/content';
/** The files that a copy of the project needs for a build, besides its content. */
const PARTS = ['src', 'package.json', 'astro.config.mjs', 'tsconfig.json'];

/** Overrides the variables that Vitest sets and that builds would misinterpret. */
export const PUBLISHING = { NODE_ENV: 'production', DEV: undefined, PROD: undefined, MODE: undefined };

export interface SiteCopy {
  root: string;
  write(path: string, text: string): void;
  /** Builds the copy into one of its folders, and returns the path. Throws with the build's output when it fails. */
  build(folder: string, env?: Record<string, string>): string;
  /** The output of the last build, without the colours that it has in CI. */
  said: string;
  remove(): void;
}

/**
 * Copies the project, to build other content than the repository's.
 *
 * @param articles the slugs of the articles to copy
 * @param parent the folder of the copy; the development server does not watch files in `.cache`
 */
export function copySite(articles: readonly string[], parent = '.cache'): SiteCopy {
  mkdirSync(parent, { recursive: true });
  const copy = copyWholeSite(mkdtempSync(resolve(parent, 'copy-')));
  const folder = join(copy.root, 'content/articles');
  for (const slug of readdirSync(folder))
    if (!articles.includes(slug)) rmSync(join(folder, slug), { recursive: true });
  copy.write(
    'content/front-page.yaml',
    `lead: ${articles[0]}\nseconds: []\nsections:\n  - innovations-et-societes\n`,
  );
  return copy;
}

/**
 * Copies the project with all articles of the fixture.
 *
 * @param root the absolute path of an empty folder
 */
export function copyWholeSite(root: string): SiteCopy {
  for (const part of PARTS) cpSync(part, join(root, part), { recursive: true });
  cpSync(CONTENT, join(root, 'content'), { recursive: true });
  const cache = join(root, '.cache');
  const copy: SiteCopy = {
    root,
    said: '',
    write: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    build: (folder, env = {}) => {
      const { status, stdout, stderr } = spawnSync('node_modules/.bin/astro', ['build', '--outDir', folder], {
        cwd: root,
        // The server of the tests is a preview for editors, but copies are built as they would be published.
        env: {
          ...process.env,
          PREVIEW: '',
          ...PUBLISHING,
          PRECOMPRESS: '0',
          CACHE_FOLDER: cache,
          ASTRO_TELEMETRY_DISABLED: '1',
          ...env,
        },
        encoding: 'utf8',
      });
      copy.said = stripVTControlCharacters(stdout);
      if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
      return join(root, folder);
    },
    // A build that a stopped service had started may still write into the folder.
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  };
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  // All copies share the cached pictures, whose names are digests of their content.
  mkdirSync(cache);
  for (const drawn of ['pictures', 'social-cards']) {
    const kept = resolve(process.env['CACHE_FOLDER'] ?? 'node_modules/.astro', drawn);
    mkdirSync(kept, { recursive: true });
    symlinkSync(kept, join(cache, drawn));
  }
  return copy;
}
