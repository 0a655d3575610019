import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from 'linkedom';
import { readManifest } from '#search/index/manifest.ts';
import { filesBelow } from '#storage/files-below.ts';
import type { BuiltSite } from './built-site.ts';

type ChangeState = 'added' | 'removed' | 'changed';

/** A published file that is not a page: a feed, a sitemap, robots.txt, the search index. */
export interface FileChange {
  /** `flux.xml`, or `pagefind` for the whole search index. */
  file: string;
  state: ChangeState;
  /** The entries, addresses or lines that were added, removed or changed. */
  records: { name: string; state: ChangeState }[];
}

/** The text of each record of a feed, a sitemap or an index, by the record's name. */
type Records = ReadonlyMap<string, string>;

/** Files that are skipped: pages and their assets are compared elsewhere, and the search index by its manifest. */
const SKIPPED = /\.(?:html|br|gz)$|^_astro\/|^pagefind\//u;
const LINE_BY_LINE = /^(?:_redirects|_headers|robots\.txt|\.well-known\/.*)$/u;
export const SEARCH_INDEX = 'pagefind';

/** Compares all published files that are not pages, in the order of their names. */
export function compareFiles(before: BuiltSite, after: BuiltSite): FileChange[] {
  const [filesBefore, filesAfter] = [listFiles(before.root), listFiles(after.root)];
  const changes = [...new Set([...filesBefore, ...filesAfter])].sort().flatMap((file): FileChange[] => {
    if (!filesBefore.has(file)) return [{ file, state: 'added', records: [] }];
    if (!filesAfter.has(file)) return [{ file, state: 'removed', records: [] }];
    const [a, b] = [read(before, file), read(after, file)];
    if (a.equals(b)) return [];
    return [{ file, state: 'changed', records: compareRecords(readRecords(file, a), readRecords(file, b)) }];
  });
  const records = compareRecords(readSearchRecords(before), readSearchRecords(after));
  return records.length > 0 ? [...changes, { file: SEARCH_INDEX, state: 'changed', records }] : changes;
}

function listFiles(root: string): Set<string> {
  return new Set(filesBelow(root).filter((file) => !SKIPPED.test(file)));
}

function read({ root, fingerprint }: BuiltSite, file: string): Buffer {
  const content = readFileSync(join(root, file));
  return /\.(?:xml|json|txt|webmanifest|svg)$/u.test(file) || LINE_BY_LINE.test(file)
    ? Buffer.from(fingerprint(content.toString()))
    : content;
}

function compareRecords(before: Records, after: Records): FileChange['records'] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].sort().flatMap((name) => {
    if (before.get(name) === after.get(name)) return [];
    const state = !before.has(name) ? 'added' : !after.has(name) ? 'removed' : 'changed';
    return [{ name, state }];
  });
}

/**
 * Returns the records of a file; none for a file without records or that cannot be parsed, which is then reported as a
 * whole.
 */
function readRecords(file: string, content: Buffer): Records {
  const text = content.toString();
  if (file.endsWith('.xml')) return readXmlRecords(text);
  if (/flux.*\.json$/u.test(file)) return readJsonRecords(text);
  const lines = LINE_BY_LINE.test(file) ? text.split('\n').filter(Boolean) : [];
  return new Map(lines.map((line) => [line, line]));
}

/** Returns the entries of an RSS feed by guid, or the pages of a sitemap by address. */
function readXmlRecords(xml: string): Records {
  const document = new DOMParser().parseFromString(xml, 'text/xml') as unknown as Document;
  const items = document.querySelectorAll('item, url, sitemap');
  return new Map(
    [...items].map((item) => {
      const name = item.querySelector('guid') ?? item.querySelector('loc, link');
      return [name?.textContent ?? item.outerHTML, item.outerHTML];
    }),
  );
}

function readJsonRecords(json: string): Records {
  try {
    const { items } = JSON.parse(json) as { items: { id: string }[] };
    return new Map(items.map((item) => [item.id, JSON.stringify(item)]));
  } catch {
    return new Map();
  }
}

/** Returns the digest of each record of the search index, by address. */
function readSearchRecords({ root }: BuiltSite): Records {
  return new Map(Object.entries(readManifest(join(root, SEARCH_INDEX))?.records ?? {}));
}
