/** Media types of built files, by extension. */
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

export const UNKNOWN_TYPE = 'application/octet-stream';

/** Extensions of files that compress well. */
export const COMPRESSIBLE: ReadonlySet<string> = new Set([
  ...['css', 'html', 'js', 'json', 'svg', 'txt', 'webmanifest', 'xml'],
]);

export function extensionOf(path: string): string {
  return /\.([a-z0-9_]+)$/iu.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** The Content-Type of a file, by its name. */
export function contentTypeOf(path: string): string {
  return CONTENT_TYPES[extensionOf(path)] ?? UNKNOWN_TYPE;
}
