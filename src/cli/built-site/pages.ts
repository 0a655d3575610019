import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { type Template, templateOf } from '#routes.ts';
import { filesBelow } from '#storage/files-below.ts';

export interface BuiltPage {
  /** Path in the folder of the site: `articles/a/index.html`. */
  file: string;
  /** Address without the base path: `/articles/a/`. */
  address: string;
  template: Template;
}

/** A text that only redirect pages contain. */
const REDIRECT = 'http-equiv="refresh"';

/**
 * Every HTML page of a built site, in the order of their addresses.
 *
 * @param root the folder of the site
 */
export function listPages(root: string): BuiltPage[] {
  return filesBelow(root)
    .filter((path) => path.endsWith('.html'))
    .map((file): BuiltPage => {
      const address = `/${file.replace(/(?:^|(?<=\/))index\.html$/u, '')}`;
      const isRedirect = readFileSync(join(root, file), 'utf8').includes(REDIRECT);
      return { file, address, template: isRedirect ? 'redirection' : templateOf(address) };
    })
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

/**
 * Returns one page of each template, without redirects.
 *
 * @param preferred addresses of pages to choose; otherwise the first page of a template is chosen
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
 * The address of the article that leads the front page; none in a site without articles.
 *
 * @param root the folder of the site
 */
export function leadingArticle(root: string, pages: readonly BuiltPage[]): string[] {
  const known = new Set(pages.filter(({ template }) => template === 'article').map(({ address }) => address));
  const { base } = readAddress(root);
  const links = [...parsePage(root, 'index.html').querySelectorAll('main a[href]')];
  const linked = links.map((link) => `/${link.getAttribute('href')?.slice(base.length) ?? ''}`);
  return linked.filter((address) => known.has(address)).slice(0, 1);
}

/** Parses a page of a built site. */
export function parsePage(root: string, file: string): Document {
  return parseHTML(readFileSync(join(root, file), 'utf8')).document;
}

/**
 * Returns the origin and the base path of a site, `https://a.example` and `/magazine/`, from the canonical address of
 * its front page. The origin is empty when the page has no canonical address.
 *
 * @param root the folder of the site
 * @throws Error when the folder contains no site
 */
export function readAddress(root: string): { origin: string; base: string } {
  const canonical = parsePage(root, 'index.html').querySelector('link[rel=canonical]')?.getAttribute('href');
  const url = URL.parse(canonical ?? '');
  return { origin: url?.origin ?? '', base: url?.pathname ?? '/' };
}
