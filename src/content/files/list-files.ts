import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
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
  const categoryPaths = new Map(
    [...readCategories(root)].map(([slug, category]) => [
      slug,
      category?.parent ? [category.parent, slug] : [slug],
    ]),
  );
  const tagSlugs = new Map([...readTags(root)].map(([name, { slug }]) => [name, slug]));

  const pageUpdates = new Map<string, Date>();
  const pages = join(root, 'content/pages');
  for (const name of readdirSync(pages).filter((file) => file.endsWith('.mdx'))) {
    const frontMatter = splitArticle(readFileSync(join(pages, name), 'utf8'))?.frontMatter ?? '';
    const updatedAt = pageSchema.safeParse(readYaml(frontMatter).data).data?.updatedAt;
    if (updatedAt) pageUpdates.set(name.slice(0, -'.mdx'.length), updatedAt);
  }
  return { categoryPaths, tagSlugs, pageUpdates };
}

/** Reads the categories by slug; one whose fields are not valid, which the content check reports, has none. */
export function readCategories(root: string): Map<string, z.infer<typeof categorySchema> | undefined> {
  const folder = join(root, 'content/categories');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return new Map(
    names.map((name) => {
      const { data } = readYaml(readFileSync(join(folder, name), 'utf8'));
      return [name.slice(0, -'.yaml'.length), categorySchema.safeParse(data).data];
    }),
  );
}

/** Reads the tags by every name that an article may cite; none when the list is not valid. */
export function readTags(root: string): Map<string, { slug: string; name: string }> {
  const { data } = readYaml(readFileSync(join(root, 'content/tags.yaml'), 'utf8'));
  const tags = tagsFileSchema.safeParse(data).data ?? [];
  return new Map(
    tags.flatMap(({ name, slug = slugify(name), aliases }) => {
      const tag = { slug, name };
      return [name, ...aliases].map((written) => [written, tag] as const);
    }),
  );
}
