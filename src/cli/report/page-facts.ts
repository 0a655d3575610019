import { parseHTML } from 'linkedom';
import type { Assets } from './asset-digests.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { withoutNoise } from './noise.ts';
import { visibleText } from './visible-text.ts';

/** All that a page is, part by part, as two builds can be compared. */
export interface PageFacts {
  title: string;
  words: string[];
  headings: string[];
  metadata: Metadata;
  internalLinks: string[];
  externalLinks: string[];
  /** What a screen reader says and nobody sees: alternatives, labels. */
  names: string[];
  /** Each picture by its name and what it holds. */
  pictures: string[];
  /** Style sheets, a declaration each. */
  style: string[];
  /** Scripts by their name and what they hold, or their words. */
  scripts: string[];
  /** What the page asks of other sites as soon as it is read. */
  foreign: string[];
  /** Its tags, with what the rest does not tell of them. */
  markup: string[];
}

const NAMES = ['alt', 'aria-label', 'title', 'placeholder'];
/** Attributes whose values are told elsewhere, or follow from what is. */
const TOLD = new Set([...NAMES, 'href', 'src', 'srcset', 'content', 'data-url', 'poster']);
const HASH_OF_CONTENT = /#[\da-z]+$/u;
const PICTURE = /\.(?:avif|gif|ico|jpe?g|png|svg|webp)#[\da-z]+/u;
const FETCHED =
  'script[src], img[src], iframe[src], video[src], audio[src], source[src], link[rel~=stylesheet], link[rel~=preload], link[rel~=icon], link[rel~=modulepreload], link[rel~=preconnect]';

/**
 * Reads a page of a built site.
 *
 * @param html the page as it was built
 * @param assets the files of its site
 * @param origin where the site is published
 */
export function readPage(html: string, assets: Assets, origin: string): PageFacts {
  const { document } = parseHTML(cleanPage(html, assets));
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const plain = (text: string) => text.replace(/(\.\w+)#[\da-z]+(?=$|[\s,"])/gu, '$1');
  const links = all('a[href]').map((link) => (link.getAttribute('href') ?? '').replace(`${origin}/`, '/'));
  const addresses = all('img, source, link, meta[content], [poster]').flatMap(fileAddresses);
  const isData = (element: Element) => /json|speculationrules/u.test(element.getAttribute('type') ?? '');
  return {
    title: document.querySelector('title')?.textContent?.trim() ?? '',
    words: document.body ? visibleText(document.body) : [],
    headings: all('h1, h2, h3, h4, h5, h6').map(
      (heading) => `${heading.localName} ${(heading.textContent ?? '').replace(/\s+/gu, ' ').trim()}`,
    ),
    metadata: readMetadata(document, plain),
    internalLinks: distinct(links.filter((href) => !/^[a-z][\w+.-]*:|^\/\//iu.test(href))),
    externalLinks: distinct(links.filter((href) => /^[a-z][\w+.-]*:|^\/\//iu.test(href))),
    names: all(NAMES.map((name) => `[${name}]`).join(', ')).flatMap((element) =>
      NAMES.filter((name) => element.getAttribute(name)).map(
        (name) => `${element.localName} ${name} : ${element.getAttribute(name)}`,
      ),
    ),
    pictures: distinct(addresses.filter((address) => PICTURE.test(address))),
    style: [
      ...all('link[rel~=stylesheet]').map((link) => link.getAttribute('href') ?? ''),
      ...all('style').flatMap((style) => declarations(style.textContent ?? '')),
    ],
    scripts: all('script')
      .filter((script) => !isData(script))
      .map((script) => script.getAttribute('src') ?? (script.textContent ?? '').trim()),
    foreign: distinct(
      all(FETCHED)
        .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
        .filter((address) => /^(?:https?:)?\/\//u.test(address) && !address.startsWith(`${origin}/`)),
    ),
    markup: all('body, body *').map(describeTag),
  };
}

/** A page as two builds of the same thing would both make it; equal ones need no further look. */
export function cleanPage(html: string, assets: Assets): string {
  return assets.fingerprint(withoutNoise(html)).replace(/\bdata:image\/[^"')\s]+/gu, 'data:image');
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

function fileAddresses(element: Element): string[] {
  return ['src', 'href', 'content', 'poster', 'srcset']
    .flatMap((name) => (element.getAttribute(name) ?? '').split(/,?\s+/u))
    .filter((address) => HASH_OF_CONTENT.test(address));
}

function declarations(style: string): string[] {
  return style
    .split(/(?<=[;{}])/u)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
}

function describeTag(element: Element): string {
  const attributes = [...element.attributes]
    .filter(({ name }) => !TOLD.has(name))
    .map(({ name, value }) => ` ${name}="${value}"`);
  return `<${element.localName}${attributes.join('')}>`;
}
