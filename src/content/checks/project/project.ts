import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '#content/files/article-file.ts';
import { readSetting, slugsIn } from '#content/files/content-file.ts';
import { articlePath } from '#content/files/article-records.ts';
import { type ListFiles, readListFiles } from '#content/files/list-files.ts';
import { parseBodyOrNull, type TreeNode } from '#content/files/mdx-tree.ts';
import type { ArticleFile } from '#model/schema.ts';
import type { PageFile } from '#model/page-schema.ts';
import type { SiteFile } from '#model/site-schema.ts';
import { unreadableProblems } from '#content/checks/safety/text-safety.ts';
import { type YamlSource, readYaml } from '#content/files/yaml-source.ts';
import { articleState } from '#content/files/publication.ts';
import { readSource, type SourceFile } from './source-file.ts';

/** An article or a page of the magazine: its file, its fields and its text. */
export interface ContentDocument {
  kind: 'article' | 'page';
  slug: string;
  source: SourceFile;
  /** The fields as written. */
  fields: YamlSource;
  /** The validated data; `null` when a field is wrong, which the rule « modèle » reports. */
  article: ArticleFile | null;
  page: PageFile | null;
  /** The syntax tree of the text; `null` when it cannot be parsed, which the rule « modèle » reports. */
  tree: TreeNode | null;
  /** The number to add to an offset in the tree to get the offset in the file. */
  shift: number;
}

export interface CheckOptions {
  /** Whether to request the addresses of other sites. */
  external: boolean;
  now: Date;
}

/** The articles, pages and lists, parsed once for all rules. */
export interface Project extends CheckOptions {
  /** The folder that contains content/. */
  root: string;
  documents: readonly ContentDocument[];
  lists: ListFiles;
  /** The site's address in site.yaml; `null` when it cannot be read. */
  address: string | null;
  /** Whether the magazine has comments, open or closed. */
  hasComments: boolean;
}

/** Reads the content folder. It skips files it cannot read, which the rule « modèle » reports. */
export function readProject(root: string, options: CheckOptions): Project {
  const articles = slugsIn(root, 'content/articles', '')
    .filter((slug) => existsSync(join(root, articlePath(slug))))
    .map((slug) => readDocument('article', slug, readSource(root, articlePath(slug))));
  const pages = slugsIn(root, 'content/pages', '.mdx').map((slug) =>
    readDocument('page', slug, readSource(root, `content/pages/${slug}.mdx`)),
  );
  return {
    root,
    ...options,
    documents: [...articles, ...pages],
    lists: readListFiles(root),
    address: settingOf(root, 'address'),
    hasComments: Boolean(settingOf(root, 'comments')),
  };
}

/** Reads an article or a page from its source. */
export function readDocument(
  kind: ContentDocument['kind'],
  slug: string,
  source: SourceFile,
): ContentDocument {
  const { file, text } = source;
  const readable = unreadableProblems(file, text).length > 0 ? '' : text;
  const article = kind === 'article' ? parseDocument('article', file, readable) : null;
  const page = kind === 'page' ? parseDocument('page', file, readable) : null;
  const body = article?.body ?? page?.body ?? null;
  return {
    kind,
    slug,
    source,
    fields: article?.source ?? page?.source ?? readYaml(''),
    article: article?.data ?? null,
    page: page?.data ?? null,
    tree: body === null ? null : parseBodyOrNull(body),
    shift: body === null ? 0 : text.length - body.length,
  };
}

/** Sorts published documents first, so that the unpublished one is reported when two documents clash. */
export function publishedFirst(documents: readonly ContentDocument[], now: Date): ContentDocument[] {
  const isShown = ({ article }: ContentDocument) => !article || articleState(article, now) === 'published';
  return [...documents.filter(isShown), ...documents.filter((document) => !isShown(document))];
}

function settingOf<Name extends keyof SiteFile>(root: string, name: Name): SiteFile[Name] | null {
  try {
    return readSetting(root, name);
  } catch {
    return null;
  }
}
