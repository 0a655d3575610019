import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseHTML } from 'linkedom';
import { type Template, templateOf } from '#routes.ts';

export interface BuiltPage {
  /** Path in the folder of the site: `articles/a/index.html`. */
  file: string;
  /** Address without the base path: `/articles/a/`. */
  address: string;
  template: Template;
}

/** Only redirect pages contain this. */
const REDIRECT = 'http-equiv="refresh"';

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
      return { file, address, template: templateIn(root, file, address) };
    })
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

function templateIn(root: string, file: string, address: string): Template {
  if (readFileSync(join(root, file), 'utf8').includes(REDIRECT)) return 'redirection';
  return templateOf(address);
}

/**
 * One page of each template, redirects excepted.
 *
 * @param preferred addresses of the pages to choose; otherwise the first of their template
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
 * The base path of a built site, `/` or `/magazine/`, from the canonical address of its front page.
 *
 * @param root the folder of the site
 * @throws when the folder holds no site
 */
export function readBase(root: string): string {
  const { document } = parseHTML(readFileSync(join(root, 'index.html'), 'utf8'));
  const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  return URL.canParse(canonical) ? new URL(canonical).pathname : '/';
}
