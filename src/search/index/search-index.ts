import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import pMap from 'p-map';
import { close, createIndex, type CustomRecord, type IndexFile } from 'pagefind';
import { articleFolder } from '#content/files/article-records.ts';
import { digestOfReadingCode } from '#content/files/code-digest.ts';
import { readCategories, readTags } from '#content/files/list-files.ts';
import { publishedArticles } from '#content/files/published.ts';
import { openPictures } from '#images/picture-catalogue.ts';
import { cachedBytes, isCached, pruneCache } from '#storage/content-cache.ts';
import { digestOf } from '#storage/digest.ts';
import { filesBelow } from '#storage/files-below.ts';
import { MANIFEST, type Manifest, readManifest } from './manifest.ts';
import { type IndexedArticle, type Lists, searchRecord } from './search-record.ts';

/** Folder of the index in the built site. */
export const SEARCH_FOLDER = 'pagefind';
/** Variable of the environment that names the folder of an index which may answer until a new one is made. */
export const PREVIOUS_INDEX = 'PREVIOUS_SEARCH_INDEX';
/** Pagefind's ready-made interfaces, and the stemmer of languages that it does not know. */
const UNUSED = /(?:-ui|-highlight)\.(?:js|css)$|^wasm\.unknown/u;
/** Size of the indexes in the cache: those of the last builds, and of a few branches. */
const MOST_BYTES = 500_000_000;
/** Records sent to Pagefind, a process of its own, before it has answered for the first of them. */
const AHEAD = 64;

/** The search index of the published articles, made when it is first written. */
export interface SearchIndex {
  /** The record of each article, read when it is its turn. */
  records(): Iterable<CustomRecord>;
  /** Whether the cache holds it: writing it takes no time then. */
  isCached: boolean;
  /** Whether it is the one in this folder. */
  isIn(folder: string): boolean;
  /** Whether the one in this folder may answer until this one is made: of an earlier content, by the same code. */
  mayFollow(folder: string): boolean;
  /** Writes it into a folder, and removes all else from there. */
  writeTo(folder: string): Promise<void>;
}

/**
 * Describes the index of the articles that this build publishes. Pagefind cannot change an index in place: an index is
 * cached by all that it is made of, and made anew when any article changes.
 *
 * @param root the project's folder
 */
export async function openSearchIndex(root: string): Promise<SearchIndex> {
  const lists: Lists = { categories: readCategories(root), tags: readTags(root) };
  const pictures = openPictures(root);
  const articles = await pMap(publishedArticles(root), async (article): Promise<IndexedArticle> => ({
    ...article,
    picture: await pictures.describe(join(articleFolder(article.slug), article.data.cover.src)),
  }));
  const version = versionOf(root);
  const sources = articles.map(({ slug, digest, picture }) => [slug, digest, picture.digest]);
  const name = `${version}-${digestOf(JSON.stringify([[...lists.categories], [...lists.tags], sources]))}`;
  const records = function* () {
    for (const article of articles) yield searchRecord(root, article, lists);
  };
  return {
    records,
    isCached: isCached(root, 'search', name),
    isIn: (folder) => readManifest(folder)?.name === name,
    mayFollow: (folder) => readManifest(folder)?.name.startsWith(version) === true,
    async writeTo(folder) {
      const make = async () => serialize(await whilePagefindLives(makeFiles(name, records())).finally(close));
      const files = await cachedBytes(root, 'search', name, make);
      writeFiles(deserialize(files) as IndexFile[], folder);
      await pruneCache(root, 'search', new Set([name]), MOST_BYTES);
    },
  };
}

/** Changes with the code that indexes, Pagefind among it, and with what a preview shows. */
function versionOf(root: string): string {
  const files = ['src/search', 'src/strings'].flatMap((room) =>
    filesBelow(join(root, room)).map((file) => join(root, room, file)),
  );
  const code = files.sort().map((file) => readFileSync(file));
  return digestOf(digestOfReadingCode(root), process.env['PREVIEW'] ?? '', ...code);
}

/** Pagefind's client waits for ever when its process has died: nothing is left that keeps Node running then. */
function whilePagefindLives<Result>(work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const fail = () => reject(new Error('Pagefind’s process has ended'));
  process.once('beforeExit', fail);
  return Promise.race([work, promise]).finally(() => process.off('beforeExit', fail));
}

async function makeFiles(name: string, records: Iterable<CustomRecord>): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'fr' });
  if (!index) throw new Error(errors.join('\n'));
  const digests = await pMap(
    records,
    async (record) => {
      const { errors } = await index.addCustomRecord(record);
      if (errors.length > 0) throw new Error(`${record.url}: ${errors.join('\n')}`);
      return [
        record.url,
        digestOf(JSON.stringify({ ...record, meta: { ...record.meta, image: '' } })),
      ] as const;
    },
    { concurrency: AHEAD },
  );
  const { files } = await index.getFiles();
  const manifest: Manifest = { name, articles: Object.fromEntries(digests) };
  return [
    ...files.filter(({ path }) => !UNUSED.test(path)).map(({ path, content }) => ({ path, content })),
    { path: MANIFEST, content: Buffer.from(JSON.stringify(manifest)) },
  ];
}

/** Files that are the same stay, with their compressed copies. */
function writeFiles(files: readonly IndexFile[], folder: string): void {
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  for (const path of filesBelow(folder)) {
    const original = path.replace(/\.(?:br|gz)$/u, '');
    const content = contents.get(original);
    const file = join(folder, original);
    const isSame = content && existsSync(file) && readFileSync(file).equals(content);
    if (!isSame) rmSync(join(folder, path));
  }
  for (const [path, content] of contents) {
    const file = join(folder, path);
    if (existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
