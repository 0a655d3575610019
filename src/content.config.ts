import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { slugify } from '#lib/slugs.ts';
import {
  articleSchema,
  authorSchema,
  categorySchema,
  coverSchema,
  frontPageSchema,
  pageSchema,
  tagSchema,
} from '#content/schema.ts';
import { commentFileSchema } from '#content/comment-schema.ts';
import { siteSchema } from '#content/site-schema.ts';
import { pictureFile } from '#content/schema-fields.ts';

/** Always kept by `keepCoverFile`; editors' tools, which read this schema too, must not ask for it. */
const keptFile = pictureFile.default('').describe('Rempli par le site');

/** Astro's view of a picture does not say from which file it came: its name is kept beside it. */
function keepCoverFile(article: unknown): unknown {
  const { cover } = article as { cover?: { src?: unknown } };
  return { ...(article as object), cover: { ...cover, file: cover?.src } };
}

const articles = defineCollection({
  loader: glob({
    base: './content/articles',
    pattern: '*/index.mdx',
    generateId: ({ entry }) => entry.replace(/\/index\.mdx$/u, ''),
  }),
  schema: ({ image }) =>
    z.preprocess(
      keepCoverFile,
      articleSchema(image()).extend({ cover: coverSchema(image()).extend({ file: keptFile }) }),
    ),
});

const categories = defineCollection({
  loader: glob({ base: './content/categories', pattern: '*.yaml' }),
  schema: categorySchema,
});

const tags = defineCollection({
  loader: file('content/tags.yaml', {
    parser: (text) =>
      (parse(text) as { name: string; slug?: string }[]).map((tag) => ({
        id: tag.slug ?? slugify(tag.name),
        ...tag,
      })),
  }),
  schema: tagSchema.extend({ id: tagSchema.shape.name }),
});

const authors = defineCollection({
  loader: glob({ base: './content/authors', pattern: '*.yaml' }),
  schema: authorSchema,
});

const pages = defineCollection({
  loader: glob({ base: './content/pages', pattern: '*.mdx' }),
  schema: pageSchema,
});

const comments = defineCollection({
  loader: glob({ base: './content/comments', pattern: '*/*.yaml' }),
  schema: commentFileSchema,
});

const site = defineCollection({
  loader: file('content/site.yaml', { parser: (text) => ({ site: parse(text) as Record<string, unknown> }) }),
  schema: siteSchema.extend({ id: siteSchema.shape.name.optional() }),
});

const frontPage = defineCollection({
  loader: file('content/front-page.yaml', {
    parser: (text) => ({ 'front-page': parse(text) as Record<string, unknown> }),
  }),
  schema: frontPageSchema.extend({ id: frontPageSchema.shape.lead.optional() }),
});

export const collections = { articles, categories, tags, authors, pages, comments, site, frontPage };
