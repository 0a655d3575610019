import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { splitArticle } from '#content/files/article-file.ts';
import { type ListFiles, readListFiles } from '#content/files/list-files.ts';
import { parseBody, type TreeNode } from '#content/files/mdx-tree.ts';
import { type ArticleFile, articleFileSchema, type PageFile, pageSchema } from '#model/schema.ts';
import { siteSchema } from '#model/site-schema.ts';
import { unreadableProblems } from '#content/checks/safety/text-safety.ts';
import { type YamlSource, readYaml } from '#content/files/yaml-source.ts';
import { readSource, type SourceFile } from './source-file.ts';

/** An article or a page of the magazine: its file, its fields and its text. */
export interface ContentDocument {
  kind: 'article' | 'page';
  slug: string;
  source: SourceFile;
  /** Its fields as they are written. */
  fields: YamlSource;
  /** Its fields once read; `null` when one of them is wrong, which the rule of the model says. */
  article: ArticleFile | null;
  page: PageFile | null;
  /** Its text; `null` when it cannot be read, which the rule of the model says too. */
  tree: TreeNode | null;
  /** What to add to an offset of the tree to find it in the file. */
  shift: number;
}

export interface CheckOptions {
  /** Whether addresses of other sites are asked for. */
  external: boolean;
  now: Date;
}

/** All that editors wrote, read once for every rule. */
export interface Project extends CheckOptions {
  /** The folder that holds content/. */
  root: string;
  documents: readonly ContentDocument[];
  lists: ListFiles;
  /** Where the magazine is published, as site.yaml has it; `null` when it cannot be read. */
  address: string | null;
}

const NO_LISTS: ListFiles = { categoryPaths: new Map(), tagSlugs: new Map(), pageUpdates: new Map() };

/** Reads the content folder. What cannot be read is left out: the rule of the model has words for it. */
export function readProject(root: string, options: CheckOptions): Project {
  const articles = namesIn(join(root, 'content/articles'))
    .filter((slug) => namesIn(join(root, 'content/articles', slug)).includes('index.mdx'))
    .map((slug) => readDocument('article', slug, readSource(root, `content/articles/${slug}/index.mdx`)));
  const pages = namesIn(join(root, 'content/pages'))
    .filter((name) => name.endsWith('.mdx'))
    .map((name) =>
      readDocument('page', name.slice(0, -'.mdx'.length), readSource(root, `content/pages/${name}`)),
    );
  return {
    root,
    ...options,
    documents: [...articles, ...pages],
    lists: readLists(root),
    address: readAddress(root),
  };
}

/** Reads an article or a page from its source. */
export function readDocument(
  kind: ContentDocument['kind'],
  slug: string,
  source: SourceFile,
): ContentDocument {
  const parts = unreadableProblems(source.file, source.text).length > 0 ? null : splitArticle(source.text);
  const fields = readYaml(parts?.frontMatter ?? '', parts?.firstLine);
  return {
    kind,
    slug,
    source,
    fields,
    article: kind === 'article' ? (articleFileSchema.safeParse(fields.data).data ?? null) : null,
    page: kind === 'page' ? (pageSchema.safeParse(fields.data).data ?? null) : null,
    tree: parts ? readTree(parts.body) : null,
    shift: parts ? source.text.length - parts.body.length : 0,
  };
}

/** What readers see before what they do not see yet: of two that clash, it is the other that must give way. */
export function publishedFirst(documents: readonly ContentDocument[], now: Date): ContentDocument[] {
  const isShown = ({ article }: ContentDocument) =>
    !article || (!article.draft && article.publishedAt <= now);
  return [...documents.filter(isShown), ...documents.filter((document) => !isShown(document))];
}

function readTree(body: string): TreeNode | null {
  try {
    return parseBody(body);
  } catch {
    return null;
  }
}

function readLists(root: string): ListFiles {
  try {
    return readListFiles(root);
  } catch {
    return NO_LISTS;
  }
}

function readAddress(root: string): string | null {
  try {
    const { data } = readYaml(readSource(root, 'content/site.yaml').text);
    return siteSchema.shape.address.safeParse((data as { address?: unknown }).address).data ?? null;
  } catch {
    return null;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
