import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readSetting } from '#content/files/content-file.ts';
import { type Route, ROUTES } from '#routes.ts';

/** The routes about comments, each with its file in src/pages. */
const PAGES: readonly (readonly [Route, string])[] = [
  [ROUTES.commentForm, '_commentaires/gabarit.astro'],
  [ROUTES.moderation, '_moderation/gabarit.astro'],
  [ROUTES.commentedArticles, '_commentaires/articles.json.ts'],
  [ROUTES.commentFeed, '_flux-commentaires.xml.ts'],
];

/** The file name of the script of the comment form: see src/components/article/CommentForm.astro. */
const FORM_SCRIPT = /^comment-form-[\w-]+\.js$/u;

/** Adds the feed of comments and the files that the comment service reads, if the magazine has comments. */
export function commentPages(): AstroIntegration {
  let isOpen = false;
  return {
    name: 'comment-pages',
    hooks: {
      'astro:config:setup': ({ config, injectRoute }) => {
        const comments = readSetting(fileURLToPath(config.root), 'comments');
        isOpen = comments?.intake !== undefined;
        if (!comments) return;
        for (const [{ pattern }, file] of PAGES) injectRoute({ pattern, entrypoint: `./src/pages/${file}` });
      },
      'astro:build:done': async ({ dir }) => {
        if (isOpen) return;
        // The bundler always writes the script of the form, which the form loads by URL. When comments are closed, no
        // page has the form, so the script is removed.
        const folder = fileURLToPath(new URL('_astro/', dir));
        const scripts = (await readdir(folder)).filter((name) => FORM_SCRIPT.test(name));
        await Promise.all(scripts.map((name) => rm(join(folder, name))));
      },
    },
  };
}
