import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { BuiltSite } from './built-site.ts';
import {
  compareRecords,
  readJsonRecords,
  readXmlRecords,
  type RecordChange,
  type Records,
} from './entries.ts';
import { readSearchRecords } from './search-records.ts';

/** A file that is not a page: a feed, a sitemap, what robots read, the search index. */
export interface FileChange {
  /** `flux.xml`, or `pagefind` for the whole search index. */
  file: string;
  state: 'added' | 'removed' | 'changed';
  /** What it lists that came, went or changed: entries, addresses, lines. */
  records: RecordChange[];
}

/** Pages are compared by themselves, what they name with them, the search by its records, a compressed copy by its file. */
const ELSEWHERE = /\.(?:html|br|gz)$|^_astro\/|^pagefind\//u;
const LINES = /^(?:_redirects|_headers|robots\.txt|\.well-known\/.*)$/u;
export const SEARCH_INDEX = 'pagefind';

/** What became of all that is published beside pages, in the order of names. */
export function compareSiteFiles(before: BuiltSite, after: BuiltSite): FileChange[] {
  const [was, is] = [listFiles(before.root), listFiles(after.root)];
  const files = [...new Set([...was, ...is])].sort();
  const changes = files.flatMap((file): FileChange[] => {
    if (!was.has(file) || !is.has(file))
      return [{ file, state: is.has(file) ? 'added' : 'removed', records: [] }];
    const [a, b] = [read(before, file), read(after, file)];
    if (digest(a) === digest(b)) return [];
    return [{ file, state: 'changed', records: compareRecords(recordsOf(file, a), recordsOf(file, b)) }];
  });
  const search = compareRecords(
    readSearchRecords(before.root, before.assets.fingerprint),
    readSearchRecords(after.root, after.assets.fingerprint),
  );
  return search.length > 0
    ? [...changes, { file: SEARCH_INDEX, state: 'changed', records: search }]
    : changes;
}

function listFiles(root: string): Set<string> {
  return new Set(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((path) => path.split(sep).join('/'))
      .filter((file) => !ELSEWHERE.test(file) && statSync(join(root, file)).isFile()),
  );
}

function read({ root, assets }: BuiltSite, file: string): Buffer {
  const content = readFileSync(join(root, file));
  return /\.(?:xml|json|txt|webmanifest|svg)$/u.test(file) || LINES.test(file)
    ? Buffer.from(assets.fingerprint(content.toString()))
    : content;
}

function digest(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function recordsOf(file: string, content: Buffer): Records {
  try {
    if (file.endsWith('.xml')) return readXmlRecords(content.toString());
    if (/flux.*\.json$/u.test(file)) return readJsonRecords(content.toString());
  } catch {
    // What cannot be read has changed as a whole.
    return new Map();
  }
  if (!LINES.test(file)) return new Map();
  return new Map(
    content
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => [line, line]),
  );
}
