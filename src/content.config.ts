import { defineCollection } from 'astro/content/config';
import { file, glob } from 'astro/loaders';
import { parse } from 'yaml';
import { tagSlug } from '#lib/slugs.ts';
import { articleLoader } from '#content/files/article-loader.ts';
import {
  articleFileSchema,
  authorSchema,
  categorySchema,
  frontPageSchema,
  tagSchema,
} from '#model/schema.ts';
import { pageSchema } from '#model/page-schema.ts';
import { snapshotSchema } from '#comments/snapshot/format.ts';
import { commentLoader } from '#comments/snapshot/loader.ts';
import { siteSchema } from '#model/site-schema.ts';

const articles = defineCollection({
  loader: articleLoader(),
  schema: articleFileSchema,
});

const categories = defineCollection({
  loader: glob({ base: './content/categories', pattern: '*.yaml' }),
  schema: categorySchema,
});

const tags = defineCollection({
  loader: file('content/tags.yaml', {
    parser: (text) =>
      (parse(text.normalize('NFC')) as { name: string; slug?: string }[]).map((tag) => ({
        id: tagSlug(tag),
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
  loader: commentLoader(),
  schema: snapshotSchema,
});

const site = defineCollection({
  loader: file('content/site.yaml', {
    parser: (text) => ({ site: parse(text.normalize('NFC')) as Record<string, unknown> }),
  }),
  schema: siteSchema.extend({ id: siteSchema.shape.name.optional() }),
});

const frontPage = defineCollection({
  loader: file('content/front-page.yaml', {
    parser: (text) => ({ 'front-page': parse(text.normalize('NFC')) as Record<string, unknown> }),
  }),
  schema: frontPageSchema.extend({ id: frontPageSchema.shape.lead.optional() }),
});

export const collections = { articles, categories, tags, authors, pages, comments, site, frontPage };
