import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A file of a search index, by its path in the index's folder. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** What every compressed file of Pagefind begins with, once inflated. */
const SIGNATURE = 'pagefind_dcd';
const FILTER = /^filter\/(?<name>\w+)\.pf_filter$/u;
const META = /^pagefind\.(?<name>\w+)\.pf_meta$/u;
const ENTRY = 'pagefind-entry.json';

/** « [name, values] » */
const FILTER_VALUES = 1;
/** « [version, pages, chunks, filters, sorts, fields] » */
const META_FILTERS = 3;
const META_SORTS = 4;

/**
 * The index as it would be if Pagefind wrote the values of a filter in one order: it writes them as they fall, so that
 * two indexes of the same pages differ, and so do the names that stand for what files hold.
 */
export function settleIndex(files: readonly IndexFile[]): IndexFile[] {
  const renamed = new Map<string, string>();
  const settle = (file: IndexFile, kind: RegExp, change: (text: Buffer) => Buffer): IndexFile => {
    const name = kind.exec(file.path)?.groups?.['name'];
    if (!name) return file;
    const text = change(gunzipSync(file.content));
    const language = name.slice(0, name.indexOf('_') + 1);
    const digest = createHash('sha256').update(text).digest('hex');
    const settled = language + digest.slice(0, name.length - language.length);
    renamed.set(name, settled);
    return { path: file.path.replace(name, settled), content: gzipSync(text, { level: 9 }) };
  };
  const rename = (text: string) =>
    [...renamed].reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
  return (
    files
      .map((file) => settle(file, FILTER, (text) => sortList(text, FILTER_VALUES)))
      // Names keep their length, so that nothing else of the bytes moves.
      .map((file) =>
        settle(file, META, (text) =>
          [META_FILTERS, META_SORTS].reduce(sortList, Buffer.from(rename(text.toString('latin1')), 'latin1')),
        ),
      )
      .map((file) =>
        file.path === ENTRY
          ? { ...file, content: Buffer.from(rename(Buffer.from(file.content).toString('utf8'))) }
          : file,
      )
      .sort((a, b) => (a.path < b.path ? -1 : 1))
  );
}

/**
 * Puts the items of one list of a CBOR array in the order of their bytes.
 *
 * @param index which item of the array the list is
 */
function sortList(bytes: Buffer, index: number): Buffer {
  let place = readHead(bytes, SIGNATURE.length).end;
  for (let count = 0; count < index; count += 1) place = endOf(bytes, place);
  const list = readHead(bytes, place);
  const items: Buffer[] = [];
  place = list.end;
  for (let count = 0; count < list.value; count += 1) {
    const end = endOf(bytes, place);
    items.push(bytes.subarray(place, end));
    place = end;
  }
  return Buffer.concat([bytes.subarray(0, list.end), ...items.sort(Buffer.compare), bytes.subarray(place)]);
}

const TEXT = 3;
const ARRAY = 4;

/** The head of a CBOR item (RFC 8949 § 3): its kind, the number it holds, and where it ends. */
function readHead(bytes: Buffer, start: number): { kind: number; value: number; end: number } {
  const first = bytes.readUInt8(start);
  const kind = first >> 5;
  const size = first & 0x1f;
  if (size < 24) return { kind, value: size, end: start + 1 };
  const width = 1 << (size - 24);
  if (width > 4) throw new Error(`The search index holds what is not known: ${first}`);
  return { kind, value: bytes.readUIntBE(start + 1, width), end: start + 1 + width };
}

/** Where the item that starts there ends. */
function endOf(bytes: Buffer, start: number): number {
  const { kind, value, end } = readHead(bytes, start);
  if (kind === TEXT) return end + value;
  if (kind !== ARRAY) return end;
  let place = end;
  for (let count = 0; count < value; count += 1) place = endOf(bytes, place);
  return place;
}
