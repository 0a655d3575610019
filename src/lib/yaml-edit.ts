import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  stringify,
} from 'yaml';

/** What YAML holds, once read. */
export type Data = string | number | boolean | null | undefined | readonly Data[] | { [name: string]: Data };

interface Splice {
  from: number;
  to: number;
  text: string;
}

/**
 * Writes new values into a YAML text and touches nothing else: comments, order, quotation marks and
 * spaces of what did not change stay as their author left them. A field that the new values lack is
 * removed, unless it was empty. What is written is read again: where a splice would not say exactly what
 * was asked, the fields concerned are written anew by the YAML library, then the whole text.
 *
 * @param source a mapping or a list, in block style; what is empty or of another kind is written anew
 */
export function editYaml(source: string, values: Data): string {
  for (const edit of [spliceText, setFields]) {
    const text = edit(source, values);
    if (text !== null && says(text, values)) return text;
  }
  return write(values);
}

/** Whether a text, read as the site reads it, holds these values. */
function says(text: string, values: Data): boolean {
  const document = parseDocument(text);
  return document.errors.length === 0 && same(dataOf(document), values);
}

function spliceText(source: string, values: Data): string | null {
  const document = parseDocument(source);
  const { contents, errors } = document;
  if (errors.length > 0 || !(isMap(contents) || isSeq(contents))) return null;
  const splices = compare(contents, dataOf(document), values, source);
  if (!splices) return null;
  // From the end to the beginning; where two meet, what encloses the other comes after it in the text.
  return splices
    .reverse()
    .sort((one, other) => other.from - one.from || other.to - one.to)
    .reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), source);
}

/** Sets each field that changed through the library, which keeps comments but not every space. */
function setFields(source: string, values: Data): string | null {
  const document = parseDocument(source);
  const before = dataOf(document);
  if (document.errors.length > 0 || !isRecord(before) || !isRecord(values)) return null;
  for (const name of new Set([...Object.keys(before), ...Object.keys(values)])) {
    if (same(before[name], values[name])) continue;
    if (values[name] === undefined) document.delete(name);
    else document.set(name, document.createNode(values[name], { aliasDuplicateObjects: false }));
  }
  try {
    return document.toString({ lineWidth: 0 });
  } catch {
    // What carried an anchor is gone, and its alias is left alone.
    return null;
  }
}

/** What to change in a node for it to say this; `null` when the whole is to be written anew. */
function compare(node: Node | null, before: Data, value: Data, source: string): Splice[] | null {
  if (same(before, value)) return [];
  if (isScalar(node) && isPlain(value) && node.range && !isBlock(node))
    return [spliceScalar(node.range[0], node.range[1], value, source)];
  if (isMap(node) && !node.flow && isRecord(value) && isRecord(before))
    return compareFields(node.items as Field[], before, value, source);
  if (isSeq(node) && !node.flow && Array.isArray(value) && Array.isArray(before)) {
    if (value.length !== node.items.length) return null;
    const parts = node.items.map((item, index) =>
      compare(item as Node, before[index] as Data, value[index] as Data, source),
    );
    return parts.every((part) => part !== null) ? parts.flat() : null;
  }
  return null;
}

/** An empty value has no length, and may touch its colon, its dash or a comment. */
function spliceScalar(from: number, to: number, value: Data, source: string): Splice {
  const before = /[^\s]/u.test(source[from - 1] ?? ' ') ? ' ' : '';
  const after = /[^\s]/u.test(source[to] ?? ' ') ? ' ' : '';
  return { from, to, text: `${before}${scalar(value)}${after}` };
}

type Field = Pair<Scalar<string>, Node | null>;

function compareFields(
  fields: Field[],
  before: { [name: string]: Data },
  values: { [name: string]: Data },
  source: string,
): Splice[] | null {
  // The line of an item’s first field holds the item’s own dash.
  const start = fields[0]?.key.range?.[0] ?? 0;
  const isItem = source.slice(lineStart(start, source), start).includes('-');
  if (isItem && values[fields[0]?.key.value ?? ''] === undefined) return null;
  const kept = new Set(fields.map(({ key }) => key.value));
  const column = start - lineStart(start, source);
  const changed = fields.flatMap((field): Splice[] => {
    const { value: name, range } = field.key;
    const from = range?.[0] ?? 0;
    const to = endOf(field, source);
    const value = values[name];
    if (same(before[name], value)) return [];
    if (value === undefined) return [{ from: lineStart(from, source), to, text: '' }];
    return (
      compare(field.value, before[name], value, source) ?? [
        { from, to, text: written({ [name]: value }, column, source).trimStart() },
      ]
    );
  });
  const added = Object.entries(values).filter(([name, value]) => !kept.has(name) && value !== undefined);
  if (added.length === 0) return changed;
  const last = fields.at(-1);
  const end = last ? endOf(last, source) : source.length;
  const text = written(Object.fromEntries(added), column, source);
  return [
    ...changed,
    { from: end, to: end, text: source[end - 1] === '\n' ? text : `\n${text.replace(/\r?\n$/u, '')}` },
  ];
}

/** Where the lines of a field end, its line break included. */
function endOf({ key, value }: Field, source: string): number {
  const after = value?.range?.[1] ?? (key.range?.[1] ?? 0) + 1;
  if (source[after - 1] === '\n') return after;
  const lineBreak = source.indexOf('\n', after);
  return lineBreak === -1 ? source.length : lineBreak + 1;
}

function lineStart(offset: number, source: string): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

function write(value: Data): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** Fields as lines of this text: with its indentation and its line breaks. */
function written(fields: { [name: string]: Data }, column: number, source: string): string {
  const text = write(fields).replace(/^(?=.)/gmu, ' '.repeat(column));
  return source.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

function scalar(value: Data): string {
  return stringify(value, {
    lineWidth: 0,
    blockQuote: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  }).replace(/\n$/u, '');
}

function isBlock({ type }: Scalar): boolean {
  return type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL;
}

function dataOf(document: Document.Parsed): Data {
  try {
    return document.toJS() as Data;
  } catch {
    // Too many aliases, or one that leads nowhere.
    return undefined;
  }
}

function isPlain(value: Data): boolean {
  return value === null || typeof value !== 'object';
}

function isRecord(value: Data): value is { [name: string]: Data } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values say the same, of the same type; a field that is empty says what an absent one does. */
function same(one: Data, other: Data): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return (
      one.length === other.length && one.every((item, index) => same(item as Data, other[index] as Data))
    );
  if (isRecord(one) && isRecord(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].every((name) => same(one[name], other[name]));
  }
  return (one ?? null) === (other ?? null);
}
