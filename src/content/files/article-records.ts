import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ArticleFile, articleFileSchema } from '#model/schema.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { digestOfReadingCode } from './code-digest.ts';
import { digestOf } from '#storage/digest.ts';
import { type FileCache, openFileCache } from '#storage/file-cache.ts';
import { stampOfFile } from '#storage/file-stamp.ts';
import { splitArticle } from './article-file.ts';
import { bodyImports, bodyPictures } from './body-parts.ts';
import { linkedArticles } from './hidden-links.ts';
import { readYaml } from './yaml-source.ts';

/** An article without its text. */
export interface ArticleRecord {
  slug: string;
  /** Digest of its file. */
  digest: string;
  /** Its fields; `null` when they are not valid, which the content check reports. */
  data: ArticleFile | null;
  /** Names of the pictures of its text, which stand beside it. */
  pictures: string[];
  /** Slugs of the articles that its text may link to. */
  links: string[];
  /** Whether its text imports components of its own. */
  imports: boolean;
}

const FOLDER = 'content/articles';

/** An article's folder, from the project's root, with « / ». */
export const articleFolder = (slug: string): string => `${FOLDER}/${slug}`;
/** An article's file, likewise. */
export const articlePath = (slug: string): string => `${articleFolder(slug)}/index.mdx`;

/**
 * Reads all articles but their texts, sorted by slug. A file is read again only when its stamp has changed; a folder
 * without an article is skipped.
 *
 * @param root the project's folder
 */
export function readArticleRecords(root: string): ArticleRecord[] {
  const cache = openArticleCache(root);
  const records = readdirSync(join(root, FOLDER))
    .sort()
    .flatMap((slug) => {
      const stamp = stampOfFile(join(root, articlePath(slug)));
      if (stamp === null) return [];
      const record = cache.get(slug, stamp) ?? readArticleRecord(root, slug);
      if (record) cache.set(slug, stamp, record);
      return record ?? [];
    });
  cache.saveUsed();
  return records;
}

let last: { version: string; records: readonly ArticleRecord[] } | undefined;

/**
 * Returns the articles that the loader of this build has read, sorted by slug. Several integrations need them: the cache
 * is opened again only when its file has changed.
 */
export function recordsOfBuild(root: string): readonly ArticleRecord[] {
  const file = cacheOf(root);
  const version = `${file} ${stampOfFile(file)}`;
  if (last?.version !== version) {
    // The content check adds new articles after the others.
    const records = openArticleCache(root).all();
    last = { version, records: records.sort((one, other) => (one.slug < other.slug ? -1 : 1)) };
  }
  return last.records;
}

/** Reads one article from its file; `null` when there is none. */
export function readArticleRecord(root: string, slug: string): ArticleRecord | null {
  const text = readText(join(root, articlePath(slug)));
  if (text === null) return null;
  const source = splitArticle(text);
  const data = source && articleFileSchema.safeParse(readYaml(source.frontMatter).data).data;
  return recordOf(slug, text, source?.body ?? '', data ?? null);
}

/** The record of an article that has been read. */
export function recordOf(slug: string, text: string, body: string, data: ArticleFile | null): ArticleRecord {
  return {
    slug,
    digest: digestOf(text),
    data,
    pictures: bodyPictures(body),
    links: linkedArticles(body),
    imports: bodyImports(body),
  };
}

const cacheOf = (root: string) => join(cacheFolder(root), 'articles.table');

/** The file cache of articles, by slug. */
export function openArticleCache(root: string): FileCache<ArticleRecord> {
  return openFileCache(cacheOf(root), digestOfReadingCode(root));
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
