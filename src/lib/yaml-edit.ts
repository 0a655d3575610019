import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, Scalar, stringify } from 'yaml';

/** What YAML holds, once read. */
export type Data = string | number | boolean | null | undefined | readonly Data[] | { [name: string]: Data };

interface Splice {
  from: number;
  to: number;
  text: string;
}

/**
 * Writes new values into a YAML text and touches nothing else: comments, order, quotation marks and
 * spaces of what did not change stay as their author left them. A field that the new values lack goes.
 *
 * @param source a mapping or a list, in block style; what is empty or of another kind is written anew
 */
export function editYaml(source: string, values: Data): string {
  const { contents, errors } = parseDocument(source, { schema: 'core' });
  if (errors.length > 0 || !(isMap(contents) || isSeq(contents))) return write(values);
  const splices = compare(contents, values, source);
  if (!splices) return write(values);
  // From the end to the beginning; where two meet, what encloses the other comes after it in the text.
  return splices
    .reverse()
    .sort((one, other) => other.from - one.from || other.to - one.to)
    .reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), source);
}

/** What to change in a node for it to say this; `null` when the whole is to be written anew. */
function compare(node: Node | null, value: Data, source: string): Splice[] | null {
  if (same(read(node), value)) return [];
  if (isScalar(node) && isPlain(value) && node.range && !isBlock(node))
    return [{ from: node.range[0], to: node.range[1], text: scalar(value) }];
  if (isMap(node) && !node.flow && isRecord(value))
    return compareFields(node.items as Field[], value, source);
  if (isSeq(node) && !node.flow && Array.isArray(value) && value.length === node.items.length) {
    const parts = node.items.map((item, index) => compare(item as Node, value[index], source));
    return parts.every((part) => part !== null) ? parts.flat() : null;
  }
  return null;
}

type Field = Pair<Scalar<string>, Node | null>;

function compareFields(fields: Field[], values: { [name: string]: Data }, source: string): Splice[] | null {
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
    if (value === undefined) return [{ from: lineStart(from, source), to, text: '' }];
    return (
      compare(field.value, value, source) ?? [
        { from, to, text: `${indented(write({ [name]: value }), column).trimStart()}` },
      ]
    );
  });
  const added = Object.entries(values).filter(([name, value]) => !kept.has(name) && value !== undefined);
  if (added.length === 0) return changed;
  const last = fields.at(-1);
  const end = last ? endOf(last, source) : source.length;
  const text = indented(write(Object.fromEntries(added)), column);
  return [...changed, { from: end, to: end, text: source[end - 1] === '\n' ? text : `\n${text.trimEnd()}` }];
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

function indented(text: string, column: number): string {
  return text.replace(/^(?=.)/gmu, ' '.repeat(column));
}

function scalar(value: Data): string {
  return stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd();
}

function isBlock({ type }: Scalar): boolean {
  return type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL;
}

function read(node: Node | null): Data {
  return (node as { toJSON(): Data } | null)?.toJSON() ?? null;
}

function isPlain(value: Data): boolean {
  return value === null || typeof value !== 'object';
}

function isRecord(value: Data): value is { [name: string]: Data } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values say the same; a number and its text do, as editors’ tools make no difference. */
function same(one: Data, other: Data): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return (
      one.length === other.length && one.every((item, index) => same(item as Data, other[index] as Data))
    );
  if (isRecord(one) && isRecord(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].every((name) => same(one[name], other[name]));
  }
  return isPlain(one) && isPlain(other) && String(one ?? '') === String(other ?? '');
}
