import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slugify } from '#lib/slugs.ts';
import {
  authorSchema,
  type CategoryFile,
  categorySchema,
  type TagFile,
  tagsFileSchema,
} from '#model/schema.ts';
import { siteSchema } from '#model/site-schema.ts';
import { readYaml } from '#content/files/yaml-source.ts';

export interface NamedFile {
  /** The name of its file, by which articles refer to it. */
  slug: string;
  name: string;
}

/** The lists of content/ that an article refers to. */
export interface Library {
  /** Each category, followed by its subcategories; `depth` is 0 or 1. */
  categories: (NamedFile & { depth: number })[];
  tags: TagFile[];
  authors: NamedFile[];
  magazine: string;
  /** Whether an article has this slug. */
  isTaken(slug: string): boolean;
}

/**
 * Reads the lists that an article refers to.
 *
 * @param root the folder of the project
 * @throws when a list is faulty, which the content check explains
 */
export function readLibrary(root: string): Library {
  const content = join(root, 'content');
  const data = (...path: string[]) => readYaml(readFileSync(join(content, ...path), 'utf8')).data;
  const files = (folder: string) =>
    readdirSync(join(content, folder))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => ({ slug: name.replace(/\.yaml$/u, ''), data: data(folder, name) }));

  const categories = files('categories').map((file) => ({
    slug: file.slug,
    ...categorySchema.parse(file.data),
  }));
  return {
    categories: inTreeOrder(categories),
    tags: tagsFileSchema.parse(data('tags.yaml')),
    authors: files('authors').map((file) => ({ slug: file.slug, name: authorSchema.parse(file.data).name })),
    magazine: siteSchema.parse(data('site.yaml')).name,
    isTaken: (slug) => existsSync(join(content, 'articles', slug)),
  };
}

function inTreeOrder(categories: readonly (CategoryFile & { slug: string })[]): Library['categories'] {
  const under = (parent: string | undefined, depth: number): Library['categories'] =>
    categories
      .filter((category) => category.parent === parent)
      .sort((a, b) => a.order - b.order)
      .flatMap(({ slug, name }) => [{ slug, name, depth }, ...under(slug, depth + 1)]);
  return under(undefined, 0);
}

/** Finds a tag by its name or an alias, whatever the case and the accents. */
export function findTag(tags: readonly TagFile[], written: string): TagFile | null {
  const exact = tags.find(({ name, aliases }) => [name, ...aliases].includes(written));
  if (exact) return exact;
  const wanted = slugify(written);
  return (
    tags.find(({ name, slug, aliases }) => [name, slug ?? name, ...aliases].map(slugify).includes(wanted)) ??
    null
  );
}

/** The slug itself, or the same with a number when it is taken. */
export function freeSlug(wanted: string, isTaken: Library['isTaken']): string {
  let slug = wanted;
  for (let number = 2; isTaken(slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}
