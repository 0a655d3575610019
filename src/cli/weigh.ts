import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { parseHTML } from 'linkedom';

/** Most that a page may weigh, in kilobytes of brotli 11 (fonts as they are). */
const ARTICLE = { page: 20, scripts: 3, fonts: 110 };
const OTHER_PAGE = { ...ARTICLE, page: 30 };
/** Shows results by script alone; the index itself is loaded when the reader asks. */
const SEARCH_PAGE = { ...OTHER_PAGE, scripts: 7 };
const KILOBYTE = 1000;

interface Weight {
  page: number;
  scripts: number;
  fonts: number;
}

function compressed(content: string | Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** Weighs a built page: its HTML, the style sheets and scripts it names, and all fonts it may load. */
function weigh(root: string, page: string): Weight {
  const html = readFileSync(join(root, page), 'utf8');
  const { document } = parseHTML(html);
  const fileOf = (address: string) => readFileSync(join(root, new URL(address, 'http://site').pathname));
  const named = (selector: string, attribute: string) =>
    [...document.querySelectorAll(selector)].map((element) =>
      compressed(fileOf(element.getAttribute(attribute) ?? '')),
    );
  const sum = (weights: number[]) => weights.reduce((total, weight) => total + weight, 0);
  const styles = sum(named('link[rel=stylesheet]', 'href'));
  const external = sum(scriptsOf(document, fileOf).map((address) => compressed(fileOf(address))));
  // Scripts in the page are part of its HTML already: they count twice only in their own budget.
  const inline = sum(
    [...document.querySelectorAll('script:not([src], [type$=json], [type=speculationrules])')].map((script) =>
      compressed(script.textContent ?? ''),
    ),
  );
  const fonts = [...new Set(html.match(/\/_astro\/fonts\/[\w.-]+\.woff2/gu))].map(
    (address) => fileOf(address).length,
  );
  return { page: compressed(html) + styles + external, scripts: external + inline, fonts: sum(fonts) };
}

/** Addresses of the scripts that a page names, and of those that they import in turn. */
function scriptsOf(document: Document, fileOf: (address: string) => Buffer): string[] {
  const found = new Set(
    [...document.querySelectorAll('script[src]')].map((script) => script.getAttribute('src') ?? ''),
  );
  for (const address of found)
    for (const [, name = ''] of fileOf(address)
      .toString()
      .matchAll(/\bimport\b[^"();]*"(\.[^"]+)"/gu))
      found.add(new URL(name, `http://site${address}`).pathname);
  return [...found];
}

/** An old address only leads on to the article's own. */
function isMoved(page: string): boolean {
  return readFileSync(join(root, page), 'utf8').includes('http-equiv="refresh"');
}

function budgetOf(page: string): Weight {
  if (page.startsWith('articles/')) return ARTICLE;
  return page === 'recherche/index.html' ? SEARCH_PAGE : OTHER_PAGE;
}

const root = process.env['SITE_FOLDER'] ?? 'dist';
const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.html') && !isMoved(path),
);
let heavy = 0;
for (const page of pages) {
  const weight = weigh(root, page);
  const budget = budgetOf(page);
  const over = (Object.keys(budget) as (keyof Weight)[]).some(
    (part) => weight[part] > budget[part] * KILOBYTE,
  );
  const figures = (Object.entries(weight) as [keyof Weight, number][]).map(
    ([part, bytes]) => `${part} ${(bytes / KILOBYTE).toFixed(1)}/${budget[part]} kB`,
  );
  if (over || budget !== OTHER_PAGE || page === 'index.html') {
    console.log(`${over ? '✗' : '✓'} ${page}: ${figures.join(', ')}`);
  }
  heavy += Number(over);
}
console.log(`${pages.length} pages weighed, ${heavy} over their budget`);
process.exitCode = heavy > 0 ? 1 : 0;
