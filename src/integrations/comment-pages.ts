import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readSetting } from '#content/files/content-file.ts';
import { type Route, ROUTES } from '#routes.ts';

/** The pages of comments, each with its file in src/pages. */
const PAGES: readonly (readonly [Route, string])[] = [
  [ROUTES.commentForm, '_commentaires/gabarit.astro'],
  [ROUTES.moderation, '_moderation/gabarit.astro'],
  [ROUTES.commentedArticles, '_commentaires/articles.json.ts'],
  [ROUTES.commentFeed, '_flux-commentaires.xml.ts'],
];

/** Adds the feed of comments and the files that the comment service reads, unless the magazine has no comments. */
export function commentPages(): AstroIntegration {
  return {
    name: 'comment-pages',
    hooks: {
      'astro:config:setup': ({ config, injectRoute }) => {
        if (!readSetting(fileURLToPath(config.root), 'comments')) return;
        for (const [{ pattern }, file] of PAGES) injectRoute({ pattern, entrypoint: `./src/pages/${file}` });
      },
    },
  };
}
