import { type Document, isMap, isScalar, Lexer, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { gitConflicts } from './git-conflicts.ts';
import { normalizeText } from '#lib/normalize-text.ts';
import type { Place } from '#model/problems.ts';
import {
  hardSpace,
  mistakeOfCode,
  mistakeOfLine,
  mistakeOfMark,
  withoutValue,
  type YamlMistake,
} from './yaml-mistakes.ts';

/** YAML as an editor wrote it: its data, its faults, and the place of each value. */
export interface YamlSource {
  /** `undefined` when there is any fault. */
  data: unknown;
  /**
   * The data that can be parsed in spite of the faults, to look for others; values on `faultyLines` differ from the
   * text.
   */
  readable: unknown;
  /** Every fault, in file order. */
  faults: (Place & { message: string; remedy: string })[];
  faultyLines: ReadonlySet<number>;
  /** Whether some lines had to be dropped to parse the others. */
  isPartial: boolean;
  /** The place of a value; for a missing one, the place of its nearest existing parent. */
  placeOfValue(path: readonly PropertyKey[]): Place;
  /** The place of a field's name. */
  placeOfKey(path: readonly PropertyKey[]): Place;
  /**
   * The text at a path, or the texts of the list there: its items, or one field of each item. The text may have faults.
   */
  textsAt(path: readonly PropertyKey[], field?: string): ListedText[];
  /** A value as written, without quotation marks; `null` when it is not a scalar. */
  writtenValue(path: readonly PropertyKey[]): string | null;
}

/** A text in YAML, and its place. */
export interface ListedText extends Place {
  text: string;
}

/** Maximum number of faults: a file with more is not parsed as YAML. */
const MAX_FAULTS = 20;

/**
 * Parses YAML and records the places of its values. After each fault it repairs the line as most likely meant, so that
 * one run reports all faults.
 *
 * @param firstLine the line of the file at which this text begins, from 1
 */
export function readYaml(text: string, firstLine = 1): YamlSource {
  const { lines, conflicts } = gitConflicts(normalizeText(text).split('\n'));
  const found = new Map<number, YamlMistake>(conflicts.map((conflict) => [conflict.index, conflict]));
  let isPartial = false;
  let [document, counter] = parse(lines);
  let mistake = firstMistake(lines, document, counter);
  const tried = new Set<number>();
  while (mistake && found.size < MAX_FAULTS) {
    const { index, repaired } = mistake;
    if (!found.has(index)) found.set(index, mistake);
    const isRetry = tried.has(index);
    if (isRetry && lines[index] === '') break;
    const next = isRetry ? '' : (repaired ?? withoutValue(lines[index] ?? ''));
    tried.add(index);
    isPartial ||= next === '' && (lines[index] ?? '').includes(':');
    lines[index] = next;
    [document, counter] = parse(lines);
    mistake = firstMistake(lines, document, counter);
  }
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const placeOfValue = (path: readonly PropertyKey[]) => placeAt(nearestOffset(document, path));
  const readable: unknown = mistake ? undefined : document.toJS({ maxAliasCount: 0 });
  const mistakes = [...found.values()].sort((one, other) => one.index - other.index);
  return {
    data: mistakes.length > 0 ? undefined : readable,
    readable,
    faults: mistakes.map(({ index, column, message, remedy }) => ({
      line: index + firstLine,
      column,
      message,
      remedy,
    })),
    faultyLines: new Set([...tried, ...found.keys()].map((index) => index + firstLine)),
    isPartial: isPartial || Boolean(mistake),
    placeOfValue,
    textsAt(path, field) {
      const found = valueAt(readable, path);
      const paths = Array.isArray(found)
        ? [...found.keys()].map((index) => [...path, index, ...(field === undefined ? [] : [field])])
        : [path];
      return paths.flatMap((at) => {
        const text = valueAt(readable, at);
        return typeof text === 'string' ? [{ text, ...placeOfValue(at) }] : [];
      });
    },
    placeOfKey: (path) => placeAt(keyOffset(document, path)),
    writtenValue: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) ? (node.source ?? null) : null;
    },
  };
}

/** The value at a path of YAML data; `undefined` when there is none. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    data,
  );
}

function parse(lines: readonly string[]): [Document.Parsed, LineCounter] {
  const lineCounter = new LineCounter();
  const options = { lineCounter, prettyErrors: false, uniqueKeys: true } as const;
  return [parseDocument(lines.join('\n'), options), lineCounter];
}

function firstMistake(
  lines: readonly string[],
  { errors }: Document.Parsed,
  counter: LineCounter,
): YamlMistake | null {
  const placeOf = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { index: line - 1, column: col };
  };
  const [error] = errors;
  const [mark] = marksBesideValues(lines.join('\n'));
  const hard = lines.findIndex((line) => hardSpace(line) !== null);
  const at = error ? placeOf(error.pos[0]) : null;
  // The mistake is often above the line that the parser reports, or just below it.
  for (let index = 0; at && index <= at.index + 1; index += 1) {
    if (mark && placeOf(mark.offset).index <= index) break;
    const own = mistakeOfLine(lines, index);
    if (own) return own;
  }
  if (mark && (!at || placeOf(mark.offset).index <= at.index + 1))
    return mistakeOfMark(lines, placeOf(mark.offset), mark.text);
  if (error && at) return mistakeOfCode(lines, at, error.code);
  return hard === -1 ? null : mistakeOfLine(lines, hard);
}

/**
 * Control tokens of the YAML lexer: the start of a document, the end of a broken list, and the announcement of a
 * scalar.
 */
const CONTROLS = ['\u0002', '\u0018', '\u001F'];

/**
 * Finds comments on the line of a value, and YAML anchors, aliases and tags. Editors mean them as text, which YAML
 * would drop.
 */
function* marksBesideValues(text: string): Iterable<{ offset: number; text: string }> {
  let offset = 0;
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    if (CONTROLS.includes(token)) {
      isText = token === '\u001F';
      continue;
    }
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    const isLost = token.startsWith('#') ? line.trim() !== '' : /^[&*!]/u.test(token);
    if (!isText && isLost) yield { offset, text: token };
    isText = false;
    offset += token.length;
  }
}

function nearestOffset(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as ParsedNode | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}

function keyOffset(document: Document.Parsed, path: readonly PropertyKey[]): number {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap(parent) && parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  const range = pair && isScalar(pair.key) ? pair.key.range : null;
  return range ? range[0] : nearestOffset(document, path);
}
