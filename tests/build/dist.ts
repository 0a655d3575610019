import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { pathOf, type Route, ROUTES } from '#routes.ts';

/** The folder of the built site; a site is also tested as published under a base path. */
export const root = process.env['SITE_FOLDER'] ?? 'dist';
export const base = process.env['BASE_PATH'] ?? '/';

export const read = (page: string): string => readFileSync(join(root, page), 'utf8');
export const parse = (page: string): Document => parseHTML(read(page)).document;

/** A page that only leads an old address on to the new one. */
const isMoved = (page: string) => read(page).includes('http-equiv="refresh"');

/** Every HTML file of the site, by its path in the folder. */
export const allPages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.html'),
);

/** What the service of comments fills before anyone reads it. */
const TEMPLATES = ['commentaires', 'moderation'].map((folder) => join(folder, 'gabarit', 'index.html'));

/** The folder of a route's pages in the folder of the site: `articles/`. */
export const folderOf = (route: Route) => `${pathOf(route).join('/')}/`;

/** The pages that readers read. */
export const pages = allPages.filter((page) => !TEMPLATES.includes(page) && !isMoved(page));

/** The pages of articles. */
export const articles = pages.filter((page) => page.startsWith(folderOf(ROUTES.article)));
export const searchPage = `${folderOf(ROUTES.search)}index.html`;
