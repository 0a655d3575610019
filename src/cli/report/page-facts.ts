import { parseHTML } from 'linkedom';
import { type BuiltSite, withoutBuildNoise } from './built-site.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { visibleText } from './visible-text.ts';

/** The parts of a page that are compared one by one. */
export interface PageFacts {
  title: string;
  words: string[];
  headings: string[];
  metadata: Metadata;
  internalLinks: string[];
  externalLinks: string[];
  /** Accessible names that are not visible: alternative texts, labels. */
  names: string[];
  /** Pictures, as `name#digest`. */
  pictures: string[];
  /** Style sheets, and the declarations of inline styles. */
  style: string[];
  /** Scripts, as `name#digest` or by their source. */
  scripts: string[];
  /** Addresses of other sites that the page requests when it loads. */
  foreign: string[];
  /** Tags, with the attributes that no other part covers. */
  markup: string[];
}

const NAMES = ['alt', 'aria-label', 'title', 'placeholder'];
/** Attributes that other parts of the facts cover. */
const COVERED = new Set([...NAMES, 'href', 'src', 'srcset', 'content', 'data-url', 'poster']);
const HASH_OF_CONTENT = /#[\da-z]+$/u;
const PICTURE = /\.(?:avif|gif|ico|jpe?g|png|svg|webp)#[\da-z]+/u;
const FETCHED =
  'script[src], img[src], iframe[src], video[src], audio[src], source[src], link[rel~=stylesheet], link[rel~=preload], link[rel~=icon], link[rel~=modulepreload], link[rel~=preconnect]';

/**
 * Reads the parts of a page.
 *
 * @param html as `normalizePage` returns it
 * @param origin of the site; its own links may begin with it
 */
export function readPage(html: string, origin: string): PageFacts {
  const { document } = parseHTML(html);
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

/** The HTML of a page, without the parts that differ from build to build: equal pages need no further comparison. */
export function normalizePage(html: string, { fingerprint }: BuiltSite): string {
  return fingerprint(withoutBuildNoise(html)).replace(/\bdata:image\/[^"')\s]+/gu, 'data:image');
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
    .filter(({ name }) => !COVERED.has(name))
    .map(({ name, value }) => ` ${name}="${value}"`);
  return `<${element.localName}${attributes.join('')}>`;
}
