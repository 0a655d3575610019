import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseHTML } from 'linkedom';

/** What a page is made with: pages of one template differ by what they say alone. */
export type Template =
  | 'accueil'
  | 'archives'
  | 'article'
  | 'auteur'
  | 'étiquette'
  | 'étiquettes'
  | 'formulaire'
  | 'introuvable'
  | 'page'
  | 'recherche'
  | 'redirection'
  | 'rubrique'
  | 'sous-rubrique';

export interface BuiltPage {
  /** Its file in the folder of the site: `articles/a/index.html`. */
  file: string;
  /** Its address, without the base path: `/articles/a/`. */
  address: string;
  template: Template;
}

/** By the beginning of an address; the first that fits. */
const TEMPLATES: readonly (readonly [address: RegExp, template: Template])[] = [
  [/^\/$/u, 'accueil'],
  [/^\/articles\/[^/]+\/$/u, 'article'],
  [/^\/rubriques\/[^/]+\/(?:page\/\d+\/)?$/u, 'rubrique'],
  [/^\/rubriques\//u, 'sous-rubrique'],
  [/^\/etiquettes\/$/u, 'étiquettes'],
  [/^\/etiquettes\//u, 'étiquette'],
  [/^\/archives\//u, 'archives'],
  [/^\/auteurs\//u, 'auteur'],
  [/^\/recherche\/$/u, 'recherche'],
  [/^\/commentaires\//u, 'formulaire'],
  [/^\/404\.html$/u, 'introuvable'],
];

/** A page that only leads an old address on to the new one says so to every browser. */
const MOVED = 'http-equiv="refresh"';

/**
 * Every HTML page of a built site, in the order of their addresses.
 *
 * @param root the folder of the site
 */
export function listPages(root: string): BuiltPage[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => {
      const file = path.split(sep).join('/');
      const address = `/${file.replace(/(?:^|(?<=\/))index\.html$/u, '')}`;
      return { file, address, template: templateOf(root, file, address) };
    })
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

function templateOf(root: string, file: string, address: string): Template {
  if (readFileSync(join(root, file), 'utf8').includes(MOVED)) return 'redirection';
  return TEMPLATES.find(([pattern]) => pattern.test(address))?.[1] ?? 'page';
}

/**
 * The first page of each template, moved addresses left out: what stands for all the others.
 *
 * @param preferred the address of the page that stands for its template, where there is a choice
 */
export function representatives(pages: readonly BuiltPage[], preferred: readonly string[] = []): BuiltPage[] {
  const chosen = new Map<Template, BuiltPage>();
  for (const page of pages) {
    if (page.template === 'redirection') continue;
    if (!chosen.has(page.template) || preferred.includes(page.address)) chosen.set(page.template, page);
  }
  return [...chosen.values()];
}

/**
 * The path that a built site is published under, « / » or « /magazine/ », as its front page says.
 *
 * @param root the folder of the site
 * @throws when the folder holds no site
 */
export function readBase(root: string): string {
  const { document } = parseHTML(readFileSync(join(root, 'index.html'), 'utf8'));
  const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  return URL.canParse(canonical) ? new URL(canonical).pathname : '/';
}
