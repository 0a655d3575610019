import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { AstroIntegration } from 'astro';
import pMap from 'p-map';
import { close, createIndex } from 'pagefind';
import { digestOf } from '#content/digest.ts';
import { keptBytes, pruneKeptFiles } from '#content/kept-files.ts';
import { readPublication } from '#content/publication.ts';
import { readPublishedFiles } from '#content/published-files.ts';
import { indexedCopy } from './search-copy.ts';
import { settleIndex } from './settled-index.ts';

/** Pagefind's ready-made interfaces, and what it keeps for languages it does not know. */
const UNUSED = /(?:-ui|-highlight)\.(?:js|css)$|^wasm\.unknown/u;
/** Drawings and what repeats them: words that no excerpt should show. */
const EXCLUDED = ['svg', 'details', 'button', '.legend'];
const OPTIONS = { forceLanguage: 'fr', excludeSelectors: EXCLUDED };
/** Bytes of indexes that are kept: of the last builds, and of a few branches. */
const MOST_BYTES = 500_000_000;

interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** A page that is searched: its address, and what Pagefind reads of it. */
type Copy = readonly [url: string, content: string];

/**
 * Makes the search index of the published articles in `pagefind/`, from their pages as they were built.
 * The pages themselves carry nothing of it: a copy is indexed, folded as questions will be. Pagefind
 * cannot change an index in place: as long as no copy changes, the one that was made is kept.
 */
export function searchIndex(): AstroIntegration {
  let root = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const slugs = readPublishedFiles(root, readPublication()).map(({ slug }) => slug);
        const copies = await pMap(slugs, (slug) => copyPage(fileURLToPath(dir), slug), { concurrency: 16 });
        const name = `${digestOf(await versionOf(root), JSON.stringify(OPTIONS), ...copies.flat())}.index`;
        let kept = true;
        const files = await keptBytes(root, 'search', name, async () => {
          kept = false;
          return serialize(await makeIndex(copies));
        });
        const { length } = files;
        await place(deserialize(files) as IndexFile[], fileURLToPath(new URL('pagefind/', dir)));
        await pruneKeptFiles(root, 'search', new Set([name]), MOST_BYTES);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        logger.info(
          `${slugs.length} articles ${kept ? 'as before' : 'indexed'} in ${seconds} s (${length} bytes)`,
        );
      },
    },
  };
}

async function copyPage(folder: string, slug: string): Promise<Copy> {
  const html = await readFile(join(folder, 'articles', slug, 'index.html'), 'utf8');
  return [`/articles/${slug}/`, indexedCopy(html)];
}

/** Pagefind's own version: another makes another index. */
async function versionOf(root: string): Promise<string> {
  return readFile(join(root, 'node_modules/pagefind/package.json'), 'utf8');
}

async function makeIndex(copies: readonly Copy[]): Promise<IndexFile[]> {
  const { index, errors } = await createIndex(OPTIONS);
  if (!index) throw new Error(errors.join('\n'));
  for (const [url, content] of copies) {
    const added = await index.addHTMLFile({ url, content });
    if (added.errors.length > 0) throw new Error(`${url}: ${added.errors.join('\n')}`);
  }
  const { files } = await index.getFiles();
  await close();
  return settleIndex(files.filter(({ path }) => !UNUSED.test(path))).map(({ path, content }) => ({ path, content }));
}

/** Puts an index into its folder: files named by what they hold are written once. */
async function place(files: readonly IndexFile[], folder: string): Promise<void> {
  const wanted = new Map(files.map(({ path, content }) => [path, content]));
  const there = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  for (const path of there) {
    const target = join(folder, path);
    if (!wanted.has(path.replaceAll('\\', '/')) && statSync(target).isFile()) rmSync(target);
  }
  await pMap(
    files,
    async ({ path, content }) => {
      const target = join(folder, path);
      if (isNamedByContent(path) && statSync(target, { throwIfNoEntry: false })?.size === content.length)
        return;
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    },
    { concurrency: 16 },
  );
}

/** `fragment/fr_1a2b3c4.pf_fragment` and its like, which a build may leave where they are. */
export function isNamedByContent(path: string): boolean {
  return /_[0-9a-f]{7,}\.pf_\w+$/u.test(path);
}
