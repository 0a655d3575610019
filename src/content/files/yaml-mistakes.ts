import type { YAMLError } from 'yaml';

/** A mistake in a line of YAML, with its most likely correction. */
export interface YamlMistake {
  /** Index of the line, from 0. */
  index: number;
  /** From 1. */
  column: number;
  message: string;
  remedy: string;
  /** A line to parse instead, so that the rest of the file can be read; `null` when the meaning is unclear. */
  repaired: string | null;
}

const QUOTE_ALL = 'Mettez le texte entre guillemets droits : "…"';
const STRAIGHT =
  'Mettez tout le texte entre guillemets droits, et écrivez « » à l’intérieur : "Le mot « clé »"';
const NO_FIELD = [
  'Cette ligne n’a pas de champ : le texte d’au-dessus continue sans retrait, ou il manque un « : »',
  'Écrivez le texte sur une seule ligne, ou « champ: valeur »',
] as const;

const BY_CODE: Readonly<Partial<Record<YAMLError['code'], readonly [message: string, remedy: string]>>> = {
  MULTILINE_IMPLICIT_KEY: NO_FIELD,
  MISSING_CHAR: NO_FIELD,
  DUPLICATE_KEY: ['Ce champ est écrit deux fois', 'Supprimez-en un'],
  BAD_INDENT: [
    'Le retrait ne suit pas celui des lignes voisines',
    'Alignez la ligne sur ses voisines, avec des espaces',
  ],
  BAD_DQ_ESCAPE: [
    'Une barre « \\ » n’est pas acceptée entre guillemets droits',
    'Doublez-la, ou supprimez-la',
  ],
  MULTIPLE_DOCS: [
    'Une ligne « --- » ou « ... » coupe le fichier en deux',
    'Supprimez-la : tout ce qui la suit serait perdu',
  ],
};
const OTHER = ['Ce champ est mal écrit', `${QUOTE_ALL}, et vérifiez les retraits`] as const;

/** Spaces that YAML does not treat as spaces. */
const HARD = '[\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]';
const HARD_SPACE = new RegExp(HARD, 'gu');
const HARD_MARGIN = new RegExp(
  `^(?:[ \\t]*(?:- )?)(?:${HARD}+[ \\t]*(?=[-\\w])|-(?=${HARD})|[A-Za-z_]+[ \\t]*(?=${HARD}+:)|[A-Za-z_]+[ \\t]*:(?=${HARD}))`,
  'u',
);
const FIELD = /^(?<start>[ \t]*(?:-[ \t]+)*)(?<key>[^\s:#"'][^:]*?)[ \t]*:(?:[ \t]+(?<value>\S.*?))?[ \t]*$/u;
const ITEM = /^(?<start>[ \t]*(?:-[ \t]+)+)(?<value>\S.*?)[ \t]*$/u;
const GLUED = /^(?<start>[ \t]*(?:-[ \t]+)*)(?<key>[A-Za-z_]+)[ \t]*:(?<value>[^\s:/].*?)[ \t]*$/u;
const EQUALS = /^(?<start>[ \t]*)(?<key>[A-Za-z_]+)[ \t]*=[ \t]*(?<value>.*?)[ \t]*$/u;

/** A text whose first character has another meaning in YAML. */
const RESERVED = /^(?:[&*!%@`,\]}]|[-?](?=[ \t])|[|>](?![+-]?\d?[+-]?[ \t]*$)|[[{](?!.*[\]}][ \t]*$))/u;
const OPENED_LIST = /^[[{].*[\]}][ \t]*\S/u;
const CLOSED = { '"': /^"(?:[^"\\]|\\.)*"[ \t]*$/u, "'": /^'(?:[^']|'')*'[ \t]*$/u } as const;

/** Finds a mistake that the line shows by itself, whatever the lines around it; `null` when the line may be right. */
export function mistakeOfLine(lines: readonly string[], index: number): YamlMistake | null {
  const line = lines[index] ?? '';
  const reported = (
    column: number,
    message: string,
    remedy: string,
    repaired: string | null,
  ): YamlMistake => ({
    index,
    column,
    message,
    remedy,
    repaired,
  });
  if (/^ *\t[ \t]*\S/u.test(line)) {
    const repaired = line.replace(/^[ \t]+/u, (margin) => margin.replaceAll('\t', '  '));
    return reported(1, 'Une tabulation sert de retrait', 'Remplacez-la par deux espaces', repaired);
  }
  const hard = hardSpace(line);
  if (hard !== null) return reported(hard + 1, ...HARD_SPACE_REPORTED, line.replace(HARD_SPACE, ' '));
  const glued = GLUED.exec(line)?.groups;
  if (glued) {
    const { start = '', key = '', value = '' } = glued;
    const right = `${key}: ${value}`;
    return reported(
      start.length + 1,
      `Il manque une espace après « ${key}: »`,
      `Écrivez « ${right} »`,
      start + right,
    );
  }
  const equals = EQUALS.exec(line)?.groups;
  if (equals) {
    const { start = '', key = '', value = '' } = equals;
    return reported(
      start.length + 1,
      `Un « = » sépare « ${key} » de son texte`,
      `Écrivez « ${key}: ${value} »`,
      `${start}${key}: ${value}`,
    );
  }
  const field = FIELD.exec(line)?.groups ?? ITEM.exec(line)?.groups;
  const value = field?.['value'];
  if (value === undefined) return null;
  const column = line.lastIndexOf(value) + 1;
  const quoted = line.slice(0, column - 1) + quote(value);
  const [first = ''] = value;
  if (first === '"' || first === "'") {
    if (CLOSED[first].test(value) || closesBelow(lines, index, first)) return null;
    return value.indexOf(first, 1) > 0
      ? reported(
          column,
          'Du texte suit le guillemet qui ferme',
          STRAIGHT,
          line.slice(0, column - 1) + quote(value),
        )
      : reported(
          column,
          'Un guillemet n’est pas fermé',
          'Fermez-le à la fin du texte, sur la même ligne',
          quoted,
        );
  }
  if (RESERVED.test(value) || OPENED_LIST.test(value))
    return reported(column, `Un texte ne peut pas commencer par « ${first} »`, QUOTE_ALL, quoted);
  if (!/^[[{|>]/u.test(value) && /:(?:[ \t]|$)/u.test(value) && FIELD.test(line))
    return reported(column, 'Un « : » coupe le texte en deux', QUOTE_ALL, quoted);
  return null;
}

const HARD_SPACE_REPORTED = [
  'Une espace insécable est collée au nom du champ',
  'Remplacez-la par une espace ordinaire',
] as const;

/** Returns the index of a no-break or similar space around a field's name, which YAML reads as part of the name. */
export function hardSpace(line: string): number | null {
  const [before] = HARD_MARGIN.exec(line) ?? [];
  if (before === undefined) return null;
  const inside = before.search(HARD_SPACE);
  return inside === -1 ? before.length : inside;
}

/** Explains an error of the YAML parser, when no line shows a mistake by itself. */
export function mistakeOfCode(
  lines: readonly string[],
  { index, column }: { index: number; column: number },
  code: YAMLError['code'],
): YamlMistake {
  const moved = code === 'DUPLICATE_KEY' ? null : (movedLine(lines, index) ?? movedLine(lines, index + 1));
  if (moved) return moved;
  const [message, remedy] = BY_CODE[code] ?? OTHER;
  return { index, column, message, remedy, repaired: null };
}

/**
 * Explains a comment, a reference or a type beside a value: YAML would silently drop the text or change its meaning.
 */
export function mistakeOfMark(
  lines: readonly string[],
  { index, column }: { index: number; column: number },
  mark: string,
): YamlMistake {
  const line = lines[index] ?? '';
  if (mark.startsWith('#')) {
    const before = line.slice(0, column - 1).trimEnd();
    const field = FIELD.exec(line)?.groups ?? ITEM.exec(line)?.groups;
    const value = field?.['value'] ?? '';
    const isText = value !== '' && !/^["'[{|>]/u.test(value);
    const start = line.lastIndexOf(value);
    return {
      index,
      column,
      message: 'Un « # » après une espace commence un commentaire : la suite du texte serait perdue',
      remedy: `${QUOTE_ALL} ; un commentaire se met seul sur sa ligne`,
      repaired: isText && !opensBlock(lines, index) ? line.slice(0, start) + quote(value) : before,
    };
  }
  return (
    mistakeOfLine(lines, index) ?? {
      index,
      column,
      message: `Un texte ne peut pas commencer par « ${mark.charAt(0)} »`,
      remedy: QUOTE_ALL,
      repaired: null,
    }
  );
}

/** The line without its value; empty when the field is unclear. */
export function withoutValue(line: string): string {
  const { start, key } = FIELD.exec(line)?.groups ?? {};
  return start !== undefined && key !== undefined && !line.includes('"') ? `${start}${key}: ""` : '';
}

/** Whether a list or a group follows this line as an indented block. */
function opensBlock(lines: readonly string[], index: number): boolean {
  const next =
    lines.slice(index + 1).find((line) => line.trim() !== '' && !line.trim().startsWith('#')) ?? '';
  const isItem = next.trimStart().startsWith('- ') && !(lines[index] ?? '').trimStart().startsWith('- ');
  return marginOf(next) > marginOf(lines[index] ?? '') || isItem;
}

function quote(text: string): string {
  return JSON.stringify(text);
}

const marginOf = (line: string) => /^ */u.exec(line)?.[0].length ?? 0;

/** Whether a quoted text continues on indented lines below and ends there. */
function closesBelow(lines: readonly string[], index: number, mark: string): boolean {
  const margin = marginOf(lines[index] ?? '');
  for (const line of lines.slice(index + 1)) {
    if (line.trim() !== '' && marginOf(line) <= margin) return false;
    if (line.includes(mark)) return true;
  }
  return false;
}

/** Finds a line whose indentation matches none of its neighbours. */
function movedLine(lines: readonly string[], index: number): YamlMistake | null {
  const line = lines[index];
  if (line === undefined || !(FIELD.test(line) || ITEM.test(line))) return null;
  const above = lines.slice(0, index).filter((other) => FIELD.test(other) || ITEM.test(other));
  const last = above.at(-1);
  const margin = marginOf(line);
  if (last === undefined) return null;
  const columns = new Set(above.flatMap((other) => [marginOf(other), contentColumn(other)]));
  const right =
    margin > contentColumn(last)
      ? contentColumn(last)
      : [...columns].sort((one, other) => one - other).find((at) => at > margin);
  const isFree = /:[ \t]*$/u.test(last) && margin > marginOf(last);
  if (right === undefined || isFree || (columns.has(margin) && margin <= contentColumn(last))) return null;
  const [message, remedy] = BY_CODE.BAD_INDENT ?? OTHER;
  return { index, column: 1, message, remedy, repaired: ' '.repeat(right) + line.trimStart() };
}

/** The column of an item's fields, after its hyphen, from 0. */
function contentColumn(line: string): number {
  return /^[ \t]*(?:-[ \t]+)*/u.exec(line)?.[0].length ?? 0;
}
