import { parseHTML } from 'linkedom';
import { foreignAddresses } from '#cli/built-site/foreign-addresses.ts';
import { type BuiltSite, withoutBuildNoise } from './built-site.ts';

/** The parts of a page that are compared one by one. */
export interface PageFacts {
  title: string;
  /** The displayed text, one line per block. */
  words: string[];
  headings: string[];
  /** Title, meta elements, canonical and alternate links, JSON-LD: the value of each field. */
  metadata: ReadonlyMap<string, string>;
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
/** Elements whose text is not displayed. */
const HIDDEN = 'script, style, template, noscript, svg';
const BLOCKS =
  'address, article, aside, blockquote, br, button, caption, dd, details, div, dl, dt, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, label, legend, li, main, nav, ol, option, p, pre, section, summary, table, tbody, td, tfoot, th, thead, tr, ul';
/** The character that marks the edges of blocks (paragraph separator). */
const EDGE = '\u2029';

/**
 * Reads the parts of a page.
 *
 * @param html the result of `normalizePage`
 * @param origin the site's origin; links to the site's own pages may be absolute and begin with it
 */
export function readPage(html: string, origin: string): PageFacts {
  const { document } = parseHTML(html);
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const links = all('a[href]').map((link) => (link.getAttribute('href') ?? '').replace(`${origin}/`, '/'));
  const isExternal = (href: string) => /^[a-z][\w+.-]*:|^\/\//iu.test(href);
  const addresses = all('img, source, link, meta[content], [poster]').flatMap(fileAddresses);
  const isData = (element: Element) => /json|speculationrules/u.test(element.getAttribute('type') ?? '');
  return {
    title: textOf(document.querySelector('title')),
    headings: all('h1, h2, h3, h4, h5, h6').map(
      (heading) => `${heading.localName} ${textOf(heading).replace(/\s+/gu, ' ')}`,
    ),
    metadata: readMetadata(document),
    internalLinks: distinct(links.filter((href) => !isExternal(href))),
    externalLinks: distinct(links.filter(isExternal)),
    names: all(NAMES.map((name) => `[${name}]`).join(', ')).flatMap((element) =>
      NAMES.filter((name) => element.getAttribute(name)).map(
        (name) => `${element.localName} ${name} : ${element.getAttribute(name)}`,
      ),
    ),
    pictures: distinct(addresses.filter((address) => PICTURE.test(address))),
    style: [
      ...all('link[rel~=stylesheet]').map((link) => link.getAttribute('href') ?? ''),
      ...all('style').flatMap((style) => declarations(textOf(style))),
    ],
    scripts: all('script')
      .filter((script) => !isData(script))
      .map((script) => script.getAttribute('src') ?? textOf(script)),
    foreign: distinct(foreignAddresses(document).filter((address) => !address.startsWith(`${origin}/`))),
    markup: all('body, body *').map(describeTag),
    // Read last, because `readWords` changes the document.
    words: readWords(document.body),
  };
}

/**
 * Returns the HTML of a page without the parts that differ in every build. Pages that are then equal need no further
 * comparison.
 */
export function normalizePage(html: string, { fingerprint }: BuiltSite): string {
  return fingerprint(withoutBuildNoise(html)).replace(/\bdata:image\/[^"')\s]+/gu, 'data:image');
}

function textOf(element: Element | null): string {
  return element?.textContent.trim() ?? '';
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

/**
 * Returns the displayed text of a page, one line per block. It marks the edges of blocks in the document, then splits
 * the text there. No-break spaces are part of the words.
 */
function readWords(body: HTMLElement | null): string[] {
  if (!body) return [];
  for (const hidden of body.querySelectorAll(HIDDEN)) hidden.remove();
  for (const block of body.querySelectorAll(BLOCKS)) {
    block.before(EDGE);
    block.after(EDGE);
  }
  // Adjacent labels are separated only by CSS, so a space is added between them.
  for (const span of body.querySelectorAll('span')) span.append(' ');
  const lines = body.textContent.split(EDGE);
  return lines.map((line) => line.replace(/[^\S\u00A0\u202F]+/gu, ' ').trim()).filter(Boolean);
}

function readMetadata(document: Document): Map<string, string> {
  const fields = new Map<string, string>();
  const add = (name: string, value: string | null | undefined) => {
    const known = fields.get(name);
    // The digests of assets are removed.
    const text = (value ?? '').replace(/(\.\w+)#[\da-z]+(?=$|[\s,"])/gu, '$1').trim();
    fields.set(name, known === undefined ? text : `${known}, ${text}`);
  };
  add('title', document.querySelector('title')?.textContent);
  add('lang', document.documentElement.getAttribute('lang'));
  for (const meta of document.querySelectorAll('meta[name], meta[property], meta[http-equiv]')) {
    const name = ['name', 'property', 'http-equiv'].map((key) => meta.getAttribute(key)).find(Boolean);
    add(name ?? '', meta.getAttribute('content'));
  }
  for (const link of document.querySelectorAll('link[rel]')) {
    const rel = link.getAttribute('rel') ?? '';
    if (/^(?:canonical|alternate|next|prev|license)$/u.test(rel)) add(rel, link.getAttribute('href'));
  }
  for (const script of document.querySelectorAll('script[type="application/ld+json"]'))
    for (const [path, value] of flattenJson(script.textContent)) add(`JSON-LD ${path}`, value);
  return fields;
}

function flattenJson(json: string): [path: string, value: string][] {
  try {
    return flatten('', JSON.parse(json));
  } catch {
    return [['', json]];
  }
}

/** Items of a JSON-LD graph are named by their type, since their order has no meaning. */
function flatten(path: string, value: unknown): [path: string, value: string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]: [string, { '@type'?: string } | null]) => {
    const type = path === '@graph' ? inner?.['@type'] : undefined;
    const name = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    return flatten(type ?? name, inner);
  });
}
