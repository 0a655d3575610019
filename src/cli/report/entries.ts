import { XMLParser } from 'fast-xml-parser';

/** What a feed, a sitemap or an index lists: a record by its name. */
export type Records = ReadonlyMap<string, string>;

export interface RecordChange {
  name: string;
  state: 'added' | 'removed' | 'changed';
}

const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, processEntities: false });

/** The entries of an RSS feed by their guid, or the pages of a sitemap by their address. */
export function readXmlRecords(xml: string): Records {
  const tree: unknown = parser.parse(xml);
  const items = ['item', 'url', 'sitemap'].flatMap((name) => findAll(tree, name));
  return keyed(items, (item) => {
    const name = textOf(item['guid']) || textOf(item['loc']) || textOf(item['link']);
    return name || JSON.stringify(item);
  });
}

/** The entries of a JSON feed by their id. */
export function readJsonRecords(json: string): Records {
  const feed: unknown = JSON.parse(json);
  return keyed(findAll(feed, 'items').filter(isObject), (item) => String(item['id'] ?? JSON.stringify(item)));
}

/** What came, went or is not the same any more, by name. */
export function compareRecords(before: Records, after: Records): RecordChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name): RecordChange[] => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was === is) return [];
    return [{ name, state: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed' }];
  });
}

type Item = Record<string, unknown>;

function isObject(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function findAll(tree: unknown, name: string): Item[] {
  if (Array.isArray(tree)) return tree.flatMap((branch) => findAll(branch, name));
  if (!isObject(tree)) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    key === name ? [value].flat().filter(isObject) : findAll(value, name),
  );
}

function textOf(value: unknown): string {
  return isObject(value) ? textOf(value['#text']) : typeof value === 'string' ? value : '';
}

function keyed(items: readonly Item[], nameOf: (item: Item) => string): Records {
  return new Map(items.map((item) => [nameOf(item), JSON.stringify(item)]));
}
