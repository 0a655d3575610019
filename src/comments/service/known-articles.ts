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

/** @param host what stands before the addresses of articles, when the service is on another host */
export function createKnownArticles(siteFolder: string, host = ''): KnownArticles {
  const read = freshFile(articlesFile(siteFolder), (text) => {
    try {
      const articles = Object.entries(articlesSchema.parse(JSON.parse(text)));
      return new Map(articles.map(([name, article]) => [name, { ...article, href: host + article.href }]));
    } catch {
      return null;
    }
  });
  return {
    get: (slug = '') => read()?.get(slug) ?? null,
    isThere: () => read() !== null,
  };
}
