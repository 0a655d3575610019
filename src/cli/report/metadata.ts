/** The metadata of a page: the value of each field. */
export type Metadata = ReadonlyMap<string, string>;

/**
 * Reads title, meta elements, canonical and alternate links, and JSON-LD.
 *
 * @param plain removes the digests from asset addresses
 */
export function readMetadata(document: Document, plain: (text: string) => string): Metadata {
  const fields = new Map<string, string>();
  const add = (name: string, value: string | null | undefined) => {
    const known = fields.get(name);
    const text = plain(value ?? '').trim();
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
    for (const [path, value] of flatten(script.textContent ?? '')) add(`JSON-LD ${path}`, value);
  return fields;
}

function flatten(json: string): [path: string, value: string][] {
  try {
    return flattenValue('', JSON.parse(json));
  } catch {
    return [['', json]];
  }
}

/** Items of a JSON-LD graph are named by their type, since their order has no meaning. */
function flattenValue(path: string, value: unknown): [path: string, value: string][] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      const type = path === '@graph' ? typeOf(item) : undefined;
      return flattenValue(type ?? `${path}[${index}]`, item);
    });
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) =>
      flattenValue(path ? `${path}.${key}` : key, inner),
    );
  }
  return [[path, String(value)]];
}

function typeOf(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null && '@type' in item ? String(item['@type']) : undefined;
}
