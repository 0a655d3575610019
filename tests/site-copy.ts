import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** What copies hold in place of the magazine's content, which editors change: no test of the engine depends on it. */
const CONTENT = 'tests/fixtures/content';
/** What a copy of the project needs to be built, besides its content. */
const PARTS = ['src', 'package.json', 'astro.config.mjs', 'tsconfig.json'];

/** What Vitest says of itself in the environment, and what builds would take for their own. */
export const PUBLISHING = { NODE_ENV: 'production', DEV: undefined, PROD: undefined, MODE: undefined };

export interface SiteCopy {
  root: string;
  write(path: string, text: string): void;
  /** Builds the copy into a folder of it; throws with the build's words when it fails. */
  build(folder: string, env?: Record<string, string>): string;
  /** What the last build said, without the colours that it has in CI. */
  said: string;
  remove(): void;
}

/**
 * Copies the project beside its caches, to build what the repository itself does not hold.
 *
 * @param articles the slugs of the articles to take
 * @param parent the folder to copy into; the development server watches nothing in `.cache`
 */
export function copySite(articles: readonly string[], parent = '.cache'): SiteCopy {
  mkdirSync(parent, { recursive: true });
  const root = mkdtempSync(resolve(parent, 'copy-'));
  for (const part of PARTS) cpSync(part, join(root, part), { recursive: true });
  for (const name of readdirSync(CONTENT)) {
    if (name !== 'articles') cpSync(join(CONTENT, name), join(root, 'content', name), { recursive: true });
  }
  for (const slug of articles)
    cpSync(join(CONTENT, 'articles', slug), join(root, 'content/articles', slug), { recursive: true });
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
        // The tests' own server is one for editors: a copy is built as it would be published.
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
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  // Pictures are drawn once for all copies: their names say what they hold.
  mkdirSync(cache);
  for (const drawn of ['pictures', 'social-cards']) {
    const kept = resolve(process.env['CACHE_FOLDER'] ?? 'node_modules/.astro', drawn);
    mkdirSync(kept, { recursive: true });
    symlinkSync(kept, join(cache, drawn));
  }
  copy.write(
    'content/front-page.yaml',
    `lead: ${articles[0]}\nseconds: []\nsections:\n  - innovations-et-societes\n`,
  );
  return copy;
}
