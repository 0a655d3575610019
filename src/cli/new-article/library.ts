import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readArticleRecords } from '#content/files/article-records.ts';
import { readPalette } from '#content/files/site-look.ts';
import type { Palette } from '#lib/palette.ts';
import { slugify } from '#lib/slugs.ts';
import { createAddresses } from '#lib/urls.ts';
import type { TagFile } from '#model/schema.ts';
import type { ExistingArticle } from '#search/near-article.ts';
import {
  readAuthorFiles,
  readCategoryFiles,
  readSetting,
  readTagsFile,
  requireData,
} from '#content/files/content-file.ts';

export interface NamedFile {
  /** The name of the file without its extension, which articles use to refer to it. */
  slug: string;
  name: string;
  /** 0 for a section, 1 for a sub-section. */
  depth?: number;
}

/** The lists of content/ that an article refers to. */
export interface Library {
  /** The sections, each followed by its sub-sections. */
  categories: NamedFile[];
  tags: TagFile[];
  authors: NamedFile[];
  magazine: string;
  /** All articles, drafts included. */
  articles: readonly ExistingArticle[];
  palette: Palette;
  /** Whether an article has this slug. */
  isTaken(slug: string): boolean;
}

const { article: addressOf } = createAddresses('/');

/**
 * Reads the lists that an article refers to.
 *
 * @param root the project's folder
 * @throws ContentError when one of them has problems
 */
export function readLibrary(root: string): Library {
  const categories = [...readCategoryFiles(root)].map(([slug, file]) => ({ slug, ...requireData(file) }));
  const under = (parent: string | undefined, depth: number): NamedFile[] =>
    categories
      .filter((category) => category.parent === parent)
      .sort((a, b) => a.order - b.order)
      .flatMap(({ slug, name }) => [{ slug, name, depth }, ...under(slug, depth + 1)]);
  return {
    categories: under(undefined, 0),
    tags: requireData(readTagsFile(root)),
    authors: [...readAuthorFiles(root)].map(([slug, file]) => ({ slug, name: requireData(file).name })),
    magazine: readSetting(root, 'name'),
    articles: readArticleRecords(root).flatMap(({ slug, data }) =>
      data ? [{ title: data.title, description: data.description, address: addressOf(slug) }] : [],
    ),
    palette: readPalette(root),
    isTaken: (slug) => existsSync(join(root, 'content/articles', slug)),
  };
}

/** Finds a tag by its name or an alias, whatever the case and the accents. */
export function findTag(tags: readonly TagFile[], written: string): TagFile | null {
  const wanted = slugify(written);
  const names = ({ name, slug = name, aliases }: TagFile) => [name, slug, ...aliases].map(slugify);
  const exact = tags.find(({ name, aliases }) => [name, ...aliases].includes(written));
  return exact ?? tags.find((tag) => names(tag).includes(wanted)) ?? null;
}

/** Returns the slug, with a number when it is already taken. */
export function freeSlug(wanted: string, isTaken: Library['isTaken']): string {
  let slug = wanted;
  for (let number = 2; isTaken(slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}
