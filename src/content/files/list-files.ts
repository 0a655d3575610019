import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tagSlug } from '#lib/slugs.ts';
import type { CategoryFile } from '#model/schema.ts';
import type { PageRole } from '#model/page-schema.ts';
import { parseDocument } from './article-file.ts';
import { readCategoryFiles, readTagsFile, slugsIn } from './content-file.ts';

/**
 * Lists of content/ for code that runs outside pages. A file with problems counts as empty; the content check reports
 * them.
 */
export interface ListFiles {
  /** Category path by slug: `['innovations-et-societes', 'mobilite']`. */
  categoryPaths: ReadonlyMap<string, readonly string[]>;
  /** Tag slug by every name that articles may cite. */
  tagSlugs: ReadonlyMap<string, string>;
  /** Slugs of the magazine's own pages. */
  pages: ReadonlySet<string>;
  /** Slug of the page that has each role. */
  pageRoles: ReadonlyMap<PageRole, string>;
  /** Update date of the magazine's own pages, by slug. */
  pageUpdates: ReadonlyMap<string, Date>;
}

/** Reads the lists of content/. */
export function readListFiles(root: string): ListFiles {
  const categoryPaths = new Map(
    [...readCategories(root)].map(([slug, category]) => [
      slug,
      category?.parent ? [category.parent, slug] : [slug],
    ]),
  );
  const tagSlugs = new Map([...readTags(root)].map(([name, { slug }]) => [name, slug]));
  const pages = new Set(slugsIn(root, 'content/pages', '.mdx'));
  const pageRoles = new Map<PageRole, string>();
  const pageUpdates = new Map<string, Date>();
  for (const slug of pages) {
    const file = `content/pages/${slug}.mdx`;
    const { role, updatedAt } =
      parseDocument('page', file, readFileSync(join(root, file), 'utf8')).data ?? {};
    if (role) pageRoles.set(role, slug);
    if (updatedAt) pageUpdates.set(slug, updatedAt);
  }
  return { categoryPaths, tagSlugs, pages, pageRoles, pageUpdates };
}

/** Reads the categories, by slug; `undefined` for a category with problems. */
export function readCategories(root: string): Map<string, CategoryFile | undefined> {
  return new Map([...readCategoryFiles(root)].map(([slug, { data }]) => [slug, data ?? undefined]));
}

/** A tag. Its other names are its aliases and the names that readers also use. */
export interface NamedTag {
  slug: string;
  name: string;
  /** The title of its page. */
  label: string;
  otherNames: string[];
}

/** Reads the tags, by every name that articles may cite. */
export function readTags(root: string): Map<string, NamedTag> {
  const tags = readTagsFile(root).data ?? [];
  return new Map(
    tags.flatMap((file) => {
      const { name, label = name, aliases, otherNames = [] } = file;
      const tag = { slug: tagSlug(file), name, label, otherNames: [...aliases, ...otherNames] };
      return [name, ...aliases].map((cited) => [cited, tag] as const);
    }),
  );
}
