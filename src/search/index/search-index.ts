import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import pMap from 'p-map';
import { close, createIndex, type IndexFile } from 'pagefind';
import { articleFolder } from '#content/files/article-records.ts';
import { digestOfReadingCode } from '#content/files/code-digest.ts';
import { publishedArticles } from '#content/files/published.ts';
import { openPictures } from '#images/picture-catalogue.ts';
import { cachedBytes, isCached, pruneCache } from '#storage/content-cache.ts';
import { ADDRESS_WORDS } from '#routes.ts';
import { digestOf } from '#storage/digest.ts';
import { filesBelow } from '#storage/files-below.ts';
import { namesOf, searchedText, type SearchRecord } from '#search/search-record.ts';
import { foldText } from '#search/search-text.ts';
import { countWords, type WordCounts, wordListFiles } from '#search/question/word-list.ts';
import { databaseFile, nameOfDatabase, writeDatabase } from './database.ts';
import { MANIFEST, type Manifest, readManifest } from './manifest.ts';
import { articleRecord, type IndexedArticle } from './article-record.ts';
import { listRecords } from './list-records.ts';
import { readLists } from './lists.ts';
import { pagefindRecord } from './pagefind-record.ts';

/** Folder of the index in the built site. */
export const SEARCH_FOLDER = 'pagefind';
/** Environment variable with the folder of the previous index, which may be served until the new one is written. */
export const PREVIOUS_INDEX = 'PREVIOUS_SEARCH_INDEX';
/** Files of Pagefind that the site does not use: its user interfaces, and the stemmer for unknown languages. */
const UNUSED = /(?:-ui|-highlight)\.(?:js|css)$|^wasm\.unknown/u;
/** Size limit of all cached indexes, in bytes: enough for the last builds and a few branches. */
const MAX_BYTES = 500_000_000;
/** Number of records that are sent to the Pagefind process at the same time. */
const AHEAD = 64;

/** The search index of the published magazine. It is built when it is first written. */
export interface SearchIndex {
  /** Yields the records, articles first. Each is made when it is requested. */
  records(): Iterable<SearchRecord>;
  /** Whether the cache has this index, so that writing it takes no time. */
  isCached: boolean;
  /** Whether this folder already contains this index. */
  isIn(folder: string): boolean;
  /**
   * Whether the index in this folder may be served until this one is written: only its content may differ, not the
   * code.
   */
  mayFollow(folder: string): boolean;
  /** Writes the index into a folder, and removes all other files from it. */
  writeTo(folder: string): Promise<void>;
  /** Writes the database of this site for the service, unless the existing one has the same records. */
  writeDatabase(site: string): void;
}

/**
 * Describes the index of the articles that this build publishes, and of the pages that lead to them. Pagefind cannot
 * update an index in place, so the whole index is cached by a digest of its sources, and rebuilt when any of them
 * changes.
 *
 * @param root the project's folder
 */
export async function openSearchIndex(root: string): Promise<SearchIndex> {
  const lists = readLists(root);
  const pictures = openPictures(root);
  const articles = await pMap(publishedArticles(root), async (article): Promise<IndexedArticle> => ({
    ...article,
    picture: await pictures.describe(join(articleFolder(article.slug), article.data.cover.src)),
  }));
  const version = versionOf(root);
  const sources = articles.map(({ slug, digest, picture }) => [
    slug,
    digest,
    picture.digest,
    picture.formats,
  ]);
  const { categories, tags, authors, pages } = lists;
  const listed = [categories, tags, authors, pages].map((list) => [...list.entries()]);
  const name = `${version}-${digestOf(JSON.stringify([listed, sources]))}`;
  const records = function* () {
    for (const article of articles) yield articleRecord(root, article, lists);
    yield* listRecords(articles, lists);
  };
  return {
    records,
    isCached: isCached(root, 'search', name),
    isIn: (folder) => readManifest(folder)?.name === name,
    mayFollow: (folder) => readManifest(folder)?.name.startsWith(version) === true,
    async writeTo(folder) {
      const make = async () => serialize(await makeIndexFiles(name, records()));
      const files = await cachedBytes(root, 'search', name, make);
      writeIndexFiles(deserialize(files) as IndexFile[], folder);
      await pruneCache(root, 'search', new Set([name]), MAX_BYTES);
    },
    writeDatabase(site) {
      const file = databaseFile(root, site);
      if (nameOfDatabase(file) !== name) writeDatabase(file, name, records());
    },
  };
}

/** Returns a digest of the indexing code, Pagefind included, of the words of addresses and of the preview setting. */
function versionOf(root: string): string {
  const files = ['src/search', 'src/strings'].flatMap((room) =>
    filesBelow(join(root, room)).map((file) => join(root, room, file)),
  );
  const code = files.sort().map((file) => readFileSync(file));
  const words = JSON.stringify(ADDRESS_WORDS);
  return digestOf(digestOfReadingCode(root), words, process.env['PREVIEW'] ?? '', ...code);
}

/**
 * Rejects when the Pagefind process dies. Otherwise its client would wait for ever, and Node would exit silently
 * because nothing else keeps it running.
 */
function whilePagefindLives<Result>(work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const fail = () => reject(new Error('Pagefind’s process has ended'));
  process.once('beforeExit', fail);
  return Promise.race([work, promise]).finally(() => process.off('beforeExit', fail));
}

/** Makes the files of the index of these records. */
export function makeIndexFiles(name: string, records: Iterable<SearchRecord>): Promise<IndexFile[]> {
  return whilePagefindLives(collectFiles(name, records)).finally(close);
}

async function collectFiles(name: string, records: Iterable<SearchRecord>): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'fr' });
  if (!index) throw new Error(errors.join('\n'));
  const counts: WordCounts = new Map();
  const digests = await pMap(
    records,
    async (searchRecord) => {
      const record = pagefindRecord(searchRecord);
      countWords(counts, foldText(namesOf(searchRecord)), foldText(searchedText(searchRecord)));
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
  const manifest: Manifest = { name, records: Object.fromEntries(digests) };
  return [
    ...files.filter(({ path }) => !UNUSED.test(path)).map(({ path, content }) => ({ path, content })),
    ...[...wordListFiles(counts)].map(([path, text]) => ({ path, content: Buffer.from(text) })),
    { path: MANIFEST, content: Buffer.from(JSON.stringify(manifest)) },
  ];
}

/**
 * Writes the files of the index and removes the others. Unchanged files are not rewritten, so their compressed copies
 * stay valid.
 */
export function writeIndexFiles(files: readonly IndexFile[], folder: string): void {
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
