/** Elements whose files a browser requests when the page loads. */
const FETCHED = [
  'script[src]',
  'img[src]',
  'source',
  'img[srcset]',
  'iframe[src]',
  'embed[src]',
  'object[data]',
  'video',
  'audio',
  'track[src]',
  'use[href]',
  'image[href]',
  'link:not([rel~=canonical], [rel~=alternate], [rel~=author], [rel~=license], [rel~=me])',
].join(', ');
const ATTRIBUTES = ['src', 'href', 'data', 'poster', 'srcset'];
const FOREIGN = /(?:^|[\s,])(?:https?:)?\/\/[^\s,]+/giu;
const FOREIGN_IN_STYLE = /(?:url\(\s*["']?|@import\s+["'])((?:https?:)?\/\/[^"')\s]+)/giu;

/** Returns the absolute addresses, of other sites or of this one, that a page requests when it loads. */
export function foreignAddresses(document: Document): string[] {
  const asked = [...document.querySelectorAll(FETCHED)].flatMap((element) =>
    ATTRIBUTES.flatMap((name) => element.getAttribute(name)?.match(FOREIGN) ?? []),
  );
  const styles = [...document.querySelectorAll('style')].map((style) => style.textContent);
  return [...asked.map((address) => address.trim()), ...styles.flatMap(foreignInStyle)];
}

/** Returns the absolute addresses that a style sheet requests. */
export function foreignInStyle(text: string): string[] {
  return [...text.matchAll(FOREIGN_IN_STYLE)].map(([, address = '']) => address);
}
