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

/** Parsed YAML. */
export type Data = string | number | boolean | null | undefined | readonly Data[] | { [name: string]: Data };

interface Splice {
  from: number;
  to: number;
  text: string;
}

/**
 * Writes new values into a YAML text and changes nothing else: comments, order, quotes and spaces of unchanged fields
 * are preserved. A field missing from the new values is removed, unless it was empty. The result is parsed again: if
 * its values differ, the YAML library rewrites the changed fields, or the whole text.
 *
 * @param source a mapping or a list in block style; anything else is rewritten
 */
export function editYaml(source: string, values: Data): string {
  for (const edit of [spliceText, setFields]) {
    const text = edit(source, values);
    if (text !== null && parsesTo(text, values)) return text;
  }
  return write(values);
}

function parsesTo(text: string, values: Data): boolean {
  const document = parseDocument(text);
  return document.errors.length === 0 && same(dataOf(document), values);
}

function spliceText(source: string, values: Data): string | null {
  const document = parseDocument(source);
  const { contents, errors } = document;
  if (errors.length > 0 || !(isMap(contents) || isSeq(contents))) return null;
  const splices = compare(contents, dataOf(document), values, source);
  if (!splices) return null;
  // Edits are applied from the end of the text, so that the offsets of the others stay valid. At the same offset, the
  // innermost is applied first.
  return splices
    .reverse()
    .sort((one, other) => other.from - one.from || other.to - one.to)
    .reduce((text, { from, to, text: inserted }) => text.slice(0, from) + inserted + text.slice(to), source);
}

/** Sets the changed fields through the library, which preserves comments but not all spaces. */
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
    // The node of an anchor was removed, but an alias refers to it.
    return null;
  }
}

/** Returns the splices that give a node this value; `null` when the node must be rewritten as a whole. */
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

/**
 * Replaces a scalar. An empty value has no length, and may need a space after its colon or dash, or before a comment.
 */
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
  // The first field of a list item is on the line of the dash.
  const start = fields[0]?.key.range?.[0] ?? 0;
  const isItem = source.slice(lineStart(start, source), start).includes('-');
  if (isItem && values[fields[0]?.key.value ?? ''] === undefined) return null;
  const present = new Set(fields.map(({ key }) => key.value));
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
  const added = Object.entries(values).filter(([name, value]) => !present.has(name) && value !== undefined);
  if (added.length === 0) return changed;
  const last = fields.at(-1);
  const end = last ? endOf(last, source) : source.length;
  const text = written(Object.fromEntries(added), column, source);
  return [
    ...changed,
    { from: end, to: end, text: source[end - 1] === '\n' ? text : `\n${text.replace(/\r?\n$/u, '')}` },
  ];
}

/** The offset after the last line of a field. */
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

/** Writes fields with the indentation and the line breaks of the text. */
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
    // The YAML has too many aliases, or an alias without an anchor.
    return undefined;
  }
}

function isPlain(value: Data): boolean {
  return value === null || typeof value !== 'object';
}

function isRecord(value: Data): value is { [name: string]: Data } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values are equal; an empty field equals a missing one. */
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
