import { join } from 'node:path';
import { z } from 'astro/zod';
import { freshFile } from './fresh-file.ts';

const articlesSchema = z.record(
  z.string(),
  z.object({ title: z.string(), href: z.string().startsWith('/'), comments: z.array(z.string()) }),
);

export interface KnownArticle {
  title: string;
  href: string;
  /** The ids of its published comments. */
  comments: readonly string[];
}

/** The articles that the built site has. */
export interface KnownArticles {
  get(slug: string | undefined): KnownArticle | null;
  /** Whether the list could be read. */
  isThere(): boolean;
}

/** Where the build writes the list. */
export function articlesFile(siteFolder: string): string {
  return join(siteFolder, 'commentaires/articles.json');
}

export function createKnownArticles(siteFolder: string): KnownArticles {
  const read = freshFile(articlesFile(siteFolder), (text) => {
    try {
      return new Map(Object.entries(articlesSchema.parse(JSON.parse(text))));
    } catch {
      return null;
    }
  });
  return {
    get: (slug = '') => read()?.get(slug) ?? null,
    isThere: () => read() !== null,
  };
}
