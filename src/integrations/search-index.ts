import { readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { AstroIntegration } from 'astro';
import pMap from 'p-map';
import { close, createIndex } from 'pagefind';
import { cacheFolder } from '#storage/cache-folder.ts';
import { cachedBytes, pruneCache } from '#storage/content-cache.ts';
import { digestOfReadingCode } from '#content/files/code-digest.ts';
import { digestOf } from '#storage/digest.ts';
import { filesBelow } from '#storage/files-below.ts';
import { openFileCache } from '#storage/file-cache.ts';
import { isNamedByContent } from '#engine/cache/output-names.ts';
import { indexedCopy } from '#search/index/search-copy.ts';
import { settleIndex } from '#search/index/settled-index.ts';
import { publishedArticles } from '#content/files/published.ts';

/** Pagefind's ready-made interfaces, and what it keeps for languages it does not know. */
const UNUSED = /(?:-ui|-highlight)\.(?:js|css)$|^wasm\.unknown/u;
/** Drawings and what repeats them: words that no excerpt should show. */
const EXCLUDED = ['svg', 'details', 'button', '.legend'];
const OPTIONS = { forceLanguage: 'fr', excludeSelectors: EXCLUDED };
/** Bytes of indexes that are kept: of the last builds, and of a few branches. */
const MOST_BYTES = 500_000_000;
/** Pages that Pagefind is given before it has answered for the first of them. */
const AHEAD = 64;

interface IndexFile {
  path: string;
  content: Uint8Array;
}

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
        const slugs = publishedArticles(root).map(({ slug }) => slug);
        const folder = fileURLToPath(dir);
        const copies = digestsOfCopies(root, folder, slugs).join('\0');
        const name = `${digestOf(await versionOf(root), copies)}.index`;
        let kept = true;
        const files = await cachedBytes(root, 'search', name, async () => {
          kept = false;
          return serialize(await makeIndex(folder, slugs));
        });
        await place(deserialize(files) as IndexFile[], join(folder, 'pagefind'));
        await pruneCache(root, 'search', new Set([name]), MOST_BYTES);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        logger.info(`${slugs.length} articles ${kept ? 'as before' : 'indexed'} in ${seconds} s`);
      },
    },
  };
}

const pageOf = (folder: string, slug: string) => join(folder, 'articles', slug, 'index.html');

function copyPage(folder: string, slug: string): string {
  return indexedCopy(readFileSync(pageOf(folder, slug), 'utf8'));
}

/** What names all that is indexed. A page that is as the last build left it is not opened. */
function digestsOfCopies(root: string, folder: string, slugs: readonly string[]): string[] {
  const table = openFileCache<string>(join(cacheFolder(root), 'search.table'), digestOfCopying(root));
  const digests = slugs.map((slug) => {
    const { size, mtimeMs } = statSync(pageOf(folder, slug));
    const stamp = `${size} ${mtimeMs}`;
    const digest = table.get(slug, stamp) ?? digestOf(slug, copyPage(folder, slug));
    table.set(slug, stamp, digest);
    return digest;
  });
  table.saveUsed();
  return digests;
}

/** Names the code that copies pages. */
function digestOfCopying(root: string): string {
  const own = readFileSync(join(root, 'src/search/index/search-copy.ts'));
  return digestOf(own, digestOfReadingCode(root));
}

/** Names what makes the index: Pagefind's version, and how it is asked. */
async function versionOf(root: string): Promise<string> {
  const version = await readFile(join(root, 'node_modules/pagefind/package.json'), 'utf8');
  return digestOf(version, JSON.stringify(OPTIONS));
}

async function makeIndex(folder: string, slugs: readonly string[]): Promise<IndexFile[]> {
  const { index, errors } = await createIndex(OPTIONS);
  if (!index) throw new Error(errors.join('\n'));
  // Pagefind, in a process of its own, numbers pages as they come: in order, but none waits for the one before.
  const adding: Promise<void>[] = [];
  for (const slug of slugs) {
    const url = `/articles/${slug}/`;
    const added = index.addHTMLFile({ url, content: copyPage(folder, slug) });
    adding.push(added.then(({ errors }) => refuse(url, errors)));
    if (adding.length >= AHEAD) await adding.shift();
  }
  await Promise.all(adding);
  // Asked to write them itself, it answers before all of its files are whole (1.5.2).
  const { files } = await index.getFiles();
  await close();
  return settleIndex(files.filter(({ path }) => !UNUSED.test(path))).map(({ path, content }) => ({
    path,
    content,
  }));
}

function refuse(url: string, errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`${url}: ${errors.join('\n')}`);
}

/** Puts an index into its folder: a file that is there as it should be is not written again. */
async function place(files: readonly IndexFile[], folder: string): Promise<void> {
  const wanted = new Map(files.map(({ path, content }) => [path, content]));
  const left = new Set(filesBelow(folder));
  for (const path of left) if (isNamedByContent(path) && !wanted.has(path)) rmSync(join(folder, path));
  await pMap(
    files,
    async ({ path, content }) => {
      const target = join(folder, path);
      if (isNamedByContent(path) && left.has(path) && readFileSync(target).equals(content)) return;
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    },
    { concurrency: 16 },
  );
}
