import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleFile } from '#model/schema.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { digestOfReadingCode } from './code-digest.ts';
import { digestOf } from '#storage/digest.ts';
import { type FileCache, openFileCache } from '#storage/file-cache.ts';
import { stampOfFile } from '#storage/file-stamp.ts';
import { parseDocument } from './article-file.ts';
import { bodyImports, pictureFilesOf } from './body-parts.ts';
import { linkedArticles } from './hidden-links.ts';

/** An article without its text. */
export interface ArticleRecord {
  slug: string;
  /** Digest of the file. */
  digest: string;
  /** The fields; `null` when they are invalid, which the content check reports. */
  data: ArticleFile | null;
  /** File names of the pictures in the text; they are in the article's folder. */
  pictures: string[];
  /** Slugs of the articles that the text may link to. */
  links: string[];
  /** Whether the text imports its own components. */
  imports: boolean;
}

const FOLDER = 'content/articles';

/** An article's folder, relative to the project's root, with « / ». */
export const articleFolder = (slug: string): string => `${FOLDER}/${slug}`;
/** An article's file, relative to the project's root, with « / ». */
export const articlePath = (slug: string): string => `${articleFolder(slug)}/index.mdx`;

/**
 * Reads all articles without their texts, sorted by slug. It parses a file again only when its stamp has changed, and
 * skips a folder without an article.
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
 * Returns the articles that the loader of this build has read, sorted by slug. Several integrations call this, so it
 * reads the cache again only when its file has changed.
 */
export function recordsOfBuild(root: string): readonly ArticleRecord[] {
  const file = cacheOf(root);
  const version = `${file} ${stampOfFile(file)}`;
  if (last?.version !== version) {
    // The content check appends new articles at the end of the cache.
    const records = openArticleCache(root).all();
    last = { version, records: records.sort((one, other) => (one.slug < other.slug ? -1 : 1)) };
  }
  return last.records;
}

/** Reads one article from its file; `null` when it does not exist. */
export function readArticleRecord(root: string, slug: string): ArticleRecord | null {
  const text = readText(join(root, articlePath(slug)));
  if (text === null) return null;
  const { data, body } = parseDocument('article', articlePath(slug), text);
  return recordOf(slug, text, body ?? '', data);
}

/** Makes the record of a parsed article. */
export function recordOf(slug: string, text: string, body: string, data: ArticleFile | null): ArticleRecord {
  return {
    slug,
    digest: digestOf(text),
    data,
    pictures: pictureFilesOf(body),
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
