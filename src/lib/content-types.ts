/** The type of each kind of file that a build makes, by the end of its name. */
export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/xml; charset=utf-8',
};

/** What nobody knows the type of is bytes. */
export const UNKNOWN_TYPE = 'application/octet-stream';

/** Kinds that compress well, and are worth it above a thousand bytes. */
export const COMPRESSIBLE: ReadonlySet<string> = new Set([
  ...['css', 'html', 'js', 'json', 'svg', 'txt', 'webmanifest', 'xml'],
]);

export function extensionOf(path: string): string {
  return /\.([a-z0-9_]+)$/iu.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** @returns the value of Content-Type for a file's name */
export function contentTypeOf(path: string): string {
  return CONTENT_TYPES[extensionOf(path)] ?? UNKNOWN_TYPE;
}
