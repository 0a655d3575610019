import { join } from 'node:path';
import { z } from 'astro/zod';
import type { Settings } from '#comments/settings.ts';
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

/** The articles of the built site, and their published comments. */
export interface KnownArticles {
  get(slug: string | undefined): KnownArticle | null;
  /** Whether the last build published this comment. */
  hasComment(id: string): boolean;
  /** Whether a build has written the list. */
  exist(): boolean;
}

/** The path of the list of articles, which each build writes. */
export function articlesFile(siteFolder: string): string {
  return join(siteFolder, 'commentaires/articles.json');
}

/** Reads the list of articles, and again after each build. */
export function createKnownArticles({
  siteFolder,
  external,
  siteOrigin,
}: Pick<Settings, 'siteFolder' | 'external' | 'siteOrigin'>): KnownArticles {
  // On another host, links to articles need the origin of the magazine.
  const origin = external ? siteOrigin : '';
  const read = freshFile(articlesFile(siteFolder), (text) => {
    try {
      const articles = Object.entries(articlesSchema.parse(JSON.parse(text)));
      return {
        bySlug: new Map(
          articles.map(([slug, article]) => [slug, { ...article, href: origin + article.href }]),
        ),
        comments: new Set(articles.flatMap(([, { comments }]) => comments)),
      };
    } catch {
      return null;
    }
  });
  return {
    get: (slug = '') => read()?.bySlug.get(slug) ?? null,
    hasComment: (id) => read()?.comments.has(id) ?? false,
    exist: () => read() !== null,
  };
}
