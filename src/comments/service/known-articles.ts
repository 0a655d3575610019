import { join } from 'node:path';
import { z } from 'astro/zod';
import { freshFile } from '#server/fresh-file.ts';

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

/** The articles of the built site. */
export interface KnownArticles {
  get(slug: string | undefined): KnownArticle | null;
  /** Whether the build wrote the list. */
  exist(): boolean;
}

/** The path of the list that the build writes. */
export function articlesFile(siteFolder: string): string {
  return join(siteFolder, 'commentaires/articles.json');
}

/**
 * Reads the list of articles, and reads it again after each build.
 *
 * @param origin of the magazine, when the service has another host
 */
export function createKnownArticles(siteFolder: string, origin = ''): KnownArticles {
  const read = freshFile(articlesFile(siteFolder), (text) => {
    try {
      const articles = Object.entries(articlesSchema.parse(JSON.parse(text)));
      return new Map(articles.map(([name, article]) => [name, { ...article, href: origin + article.href }]));
    } catch {
      return null;
    }
  });
  return {
    get: (slug = '') => read()?.get(slug) ?? null,
    exist: () => read() !== null,
  };
}
