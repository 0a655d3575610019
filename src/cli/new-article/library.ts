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
  /** Name of its file, which articles cite. */
  slug: string;
  name: string;
}

/** What an article may refer to, as content/ has it now. */
export interface Library {
  /** Each main section, followed by its own; `depth` is 0 or 1. */
  categories: (NamedFile & { depth: number })[];
  tags: TagFile[];
  authors: NamedFile[];
  magazine: string;
  /** Whether an article already stands under this slug. */
  isTaken(slug: string): boolean;
}

/**
 * Reads the lists that an article cites.
 *
 * @param root the project's folder; its lists must be without fault, which the content check tells better
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

/** The tag that a written name stands for: its own name, a variant, or either in another case or accent. */
export function findTag(tags: readonly TagFile[], written: string): TagFile | null {
  const exact = tags.find(({ name, aliases }) => [name, ...aliases].includes(written));
  if (exact) return exact;
  const wanted = slugify(written);
  return (
    tags.find(({ name, slug, aliases }) => [name, slug ?? name, ...aliases].map(slugify).includes(wanted)) ??
    null
  );
}

/** The nearest slug that is free: the one wanted, or the same with a number. */
export function freeSlug(wanted: string, isTaken: Library['isTaken']): string {
  let slug = wanted;
  for (let number = 2; isTaken(slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}
