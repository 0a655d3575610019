import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '#content/files/article-file.ts';
import { readAuthorFiles, slugsIn } from '#content/files/content-file.ts';
import { readCategories, readTags } from '#content/files/list-files.ts';
import type { PageFile } from '#model/page-schema.ts';

/** A page of the magazine itself. */
export interface PageSource {
  data: PageFile;
  /** The MDX of the page. */
  body: string;
}

/** The lists that articles name, and the magazine's own pages, by slug; tags by every name that articles may cite. */
export interface Lists {
  categories: ReturnType<typeof readCategories>;
  tags: ReturnType<typeof readTags>;
  authors: ReadonlyMap<string, { name: string; description: string }>;
  pages: ReadonlyMap<string, PageSource>;
}

/**
 * Reads the lists that search records are made of. A file with problems is left out; the content check reports them.
 *
 * @param root the project's folder
 */
export function readLists(root: string): Lists {
  const authors = [...readAuthorFiles(root)].flatMap(([slug, { data }]) =>
    data ? [[slug, { name: data.name, description: data.description }] as const] : [],
  );
  const pages = slugsIn(root, 'content/pages', '.mdx').flatMap((slug) => {
    const file = `content/pages/${slug}.mdx`;
    const { data, body } = parseDocument('page', file, readFileSync(join(root, file), 'utf8'));
    return data ? [[slug, { data, body: body ?? '' }] as const] : [];
  });
  return {
    categories: readCategories(root),
    tags: readTags(root),
    authors: new Map(authors),
    pages: new Map(pages),
  };
}
