import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slugify } from '#lib/slugs.ts';
import { categorySchema, pageSchema, tagsFileSchema } from '#model/schema.ts';
import { splitArticle } from './article-file.ts';
import { readYaml } from './yaml-source.ts';

/** Addresses that files alone can tell, for what runs outside of a page. All are without base path. */
export interface ListFiles {
  /** Path of a category's list by its slug: `['innovations-et-societes', 'mobilite']`. */
  categoryPaths: ReadonlyMap<string, readonly string[]>;
  /** A tag's slug by every name that an article may cite. */
  tagSlugs: ReadonlyMap<string, string>;
  /** When a page of the magazine was last updated, by its slug. */
  pageUpdates: ReadonlyMap<string, Date>;
}

/** Reads the lists that articles refer to, from content/ in the project's folder. */
export function readListFiles(root: string): ListFiles {
  const content = join(root, 'content');
  const read = (...path: string[]) => readFileSync(join(content, ...path), 'utf8');
  const names = (folder: string, extension: string) =>
    readdirSync(join(content, folder)).filter((name) => name.endsWith(extension));

  const categoryPaths = new Map<string, readonly string[]>();
  for (const name of names('categories', '.yaml')) {
    const slug = name.slice(0, -'.yaml'.length);
    const { data } = categorySchema.safeParse(readYaml(read('categories', name)).data);
    categoryPaths.set(slug, data?.parent ? [data.parent, slug] : [slug]);
  }

  const tags = tagsFileSchema.safeParse(readYaml(read('tags.yaml')).data).data ?? [];
  const tagSlugs = new Map(
    tags.flatMap(({ name, slug = slugify(name), aliases }) =>
      [name, ...aliases].map((written) => [written, slug] as const),
    ),
  );

  const pageUpdates = new Map<string, Date>();
  for (const name of names('pages', '.mdx')) {
    const frontMatter = splitArticle(read('pages', name))?.frontMatter ?? '';
    const updatedAt = pageSchema.safeParse(readYaml(frontMatter).data).data?.updatedAt;
    if (updatedAt) pageUpdates.set(name.slice(0, -'.mdx'.length), updatedAt);
  }
  return { categoryPaths, tagSlugs, pageUpdates };
}
