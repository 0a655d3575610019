import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFields } from './article-fields.ts';
import { splitArticle } from './article-file.ts';
import { bodyImports, bodyPictures } from './body-parts.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { digestOf, digestOfReadingCode } from '#storage/digest.ts';
import { linkedArticles } from './hidden-links.ts';
import { type KeptTable, openTable } from '#storage/file-cache.ts';
import { type ArticleFile, articleFileSchema } from '#model/schema.ts';
import { stampOfFile } from './seen-files.ts';
import { readYaml } from './yaml-source.ts';

/** What a build knows of an article without its text. */
export interface ArticleRecord {
  slug: string;
  /** Path from the project's root, with « / ». */
  file: string;
  /** Names the bytes of its file. */
  digest: string;
  /** Names its fields. */
  told: string;
  /** Its fields, for `readFields`; `null` when they cannot be read, which the content check says. */
  fields: string | null;
  /** Of these, what tells whether it is shown. */
  publication: Pick<ArticleFile, 'draft' | 'publishedAt'> | null;
  /** Of these, what builds ask of all articles: its old addresses, and the name of its cover. */
  aliases: string[];
  cover: string;
  /** Names of the pictures of its text, which stand beside it. */
  pictures: string[];
  /** Names of the articles that its text may lead to. */
  links: string[];
  /** Whether its text imports components of its own. */
  imports: boolean;
}

const FOLDER = 'content/articles';

/** Where an article stands with its pictures, from the project's root. */
export const articleFolder = (slug: string): string => `${FOLDER}/${slug}`;
/** Its file. */
export const articlePath = (slug: string): string => `${articleFolder(slug)}/index.mdx`;

/**
 * Reads all articles but their texts, in the order of their addresses. A file whose size and time are
 * those of the last reading is not opened; a folder without an article is left out.
 *
 * @param root the project's folder
 */
export function readArticleRecords(root: string): ArticleRecord[] {
  const table = openRecords(root);
  const records = readdirSync(join(root, FOLDER))
    .sort()
    .flatMap((slug) => {
      const stamp = stampOfFile(root, articlePath(slug));
      if (stamp === null) return [];
      const kept = table.find(slug, stamp);
      if (kept) return [kept];
      const record = readArticleRecord(root, slug);
      if (record) table.keep(slug, stamp, record);
      return record ?? [];
    });
  table.save('forget');
  return records;
}

/** All articles as this build’s loader has read them, in the same order, without another look at each file. */
export function recordsOfBuild(root: string): ArticleRecord[] {
  // The check keeps new ones after the others.
  return openRecords(root)
    .all()
    .sort((one, other) => (one.slug < other.slug ? -1 : 1));
}

/** Reads one article from its file; `null` when there is none. */
export function readArticleRecord(root: string, slug: string): ArticleRecord | null {
  const text = readText(join(root, articlePath(slug)));
  if (text === null) return null;
  const source = splitArticle(text);
  const data = source && articleFileSchema.safeParse(readYaml(source.frontMatter).data).data;
  return recordOf(slug, text, source?.body ?? '', data ?? null);
}

/** What a build knows of an article that has been read. */
export function recordOf(slug: string, text: string, body: string, data: ArticleFile | null): ArticleRecord {
  const fields = data && writeFields(data);
  return {
    slug,
    file: articlePath(slug),
    digest: digestOf(text),
    told: digestOf(fields ?? ''),
    fields,
    publication: data && { draft: data.draft, publishedAt: data.publishedAt },
    aliases: data?.aliases ?? [],
    cover: data?.cover.src ?? '',
    pictures: bodyPictures(body),
    links: linkedArticles(body),
    imports: bodyImports(body),
  };
}

/** The records that a build keeps, each by the name of its folder for the size and time of its file. */
export function openRecords(root: string): KeptTable<ArticleRecord> {
  return openTable(join(cacheFolder(root), 'articles.table'), digestOfReadingCode(root));
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
