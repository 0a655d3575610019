import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { parseHTML } from 'linkedom';
import type { BuiltPage } from './pages.ts';

/** Bytes that a browser downloads for a page, by part. Texts and drawings (SVG) are counted compressed by brotli 11. */
export interface Weight {
  html: number;
  /** The HTML without the text that editors wrote, which may be as long as they wish. */
  frame: number;
  /** External style sheets; inline ones are part of the HTML. */
  css: number;
  /** External scripts, and those they import. */
  js: number;
  /** Inline scripts, also counted in the HTML. */
  inlineJs: number;
  /** All fonts that the page declares. */
  fonts: number;
  /** The smallest candidate of each source set. */
  pictures: number;
  /** Number of requests for these files and for the page. */
  requests: number;
}

/** `import x from "./y.js"` and `import "./y.js"`, in bundled modules. */
const IMPORT = /\bimport\b[^"();]*"(\.[^"]+)"/gu;
const FONT = /\/_astro\/fonts\/[\w.-]+\.woff2/gu;
const EXECUTED = 'script:not([src], [type$=json], [type=speculationrules])';

/**
 * Weighs a built page: its HTML and the files it refers to.
 *
 * @param root the folder of the site
 * @param base the path it is published under
 */
export function weighPage(root: string, base: string, page: BuiltPage): Weight {
  const html = readFileSync(join(root, page.file), 'utf8');
  const { document } = parseHTML(html);
  const fileOf = (address: string) =>
    readFileSync(join(root, decodeURIComponent(new URL(address, 'http://site').pathname).slice(base.length)));
  const attributes = (selector: string, name: string) => [
    ...new Set([...document.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '')),
  ];
  const styles = attributes('link[rel=stylesheet]', 'href');
  const scripts = withImports(attributes('script[src]', 'src'), fileOf);
  const fonts = [...new Set(html.match(FONT))].map((address) => `${base.slice(0, -1)}${address}`);
  const pictures = [...new Set([...document.querySelectorAll('img')].map(smallestCandidate))].filter(
    (address) => address.startsWith(base) && !address.startsWith('//'),
  );
  const inlineJs = sum(
    [...document.querySelectorAll(EXECUTED)].map((script) => compressed(script.textContent)),
  );
  document.querySelector('.prose')?.replaceChildren();
  return {
    html: compressed(html),
    frame: compressed(document.toString()),
    css: sum(styles.map((address) => compressed(fileOf(address)))),
    js: sum(scripts.map((address) => compressed(fileOf(address)))),
    inlineJs,
    fonts: sum(fonts.map((address) => fileOf(address).length)),
    pictures: sum(
      pictures.map((address) => {
        const picture = fileOf(address);
        return address.endsWith('.svg') ? compressed(picture) : picture.length;
      }),
    ),
    requests: 1 + styles.length + scripts.length + fonts.length + pictures.length,
  };
}

function compressed(content: string | Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0);
}

/** Returns these scripts and those that they import, directly or indirectly. */
function withImports(scripts: readonly string[], fileOf: (address: string) => Buffer): string[] {
  const found = new Set(scripts);
  for (const address of found)
    for (const [, name = ''] of fileOf(address).toString().matchAll(IMPORT))
      found.add(new URL(name, `http://site${address}`).pathname);
  return [...found];
}

/** Returns the first candidate of the first source, which has the lightest format and the smallest width. */
function smallestCandidate(image: Element): string {
  const source = image.closest('picture')?.querySelector('source') ?? image;
  const choice = source.getAttribute('srcset')?.trim().split(/[\s,]/u)[0];
  return choice ?? image.getAttribute('src') ?? '';
}
