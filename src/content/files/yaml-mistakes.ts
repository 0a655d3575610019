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

type Said = readonly [message: string, remedy: string];

const QUOTE_ALL = 'Mettez le texte entre guillemets droits : "…"';
const STRAIGHT =
  'Mettez tout le texte entre guillemets droits, et écrivez « » à l’intérieur : "Le mot « clé »"';
const NO_FIELD = [
  'Cette ligne n’a pas de champ : le texte d’au-dessus continue sans retrait, ou il manque un « : »',
  'Écrivez le texte sur une seule ligne, ou « champ: valeur »',
] as const;

const BY_CODE: Readonly<Partial<Record<YAMLError['code'], Said>>> = {
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

/** Mistakes in place of the « : » and the space that separate a field from its text. */
const SEPARATORS: readonly (readonly [RegExp, messageOf: (key: string) => string])[] = [
  [GLUED, (key) => `Il manque une espace après « ${key}: »`],
  [EQUALS, (key) => `Un « = » sépare « ${key} » de son texte`],
];
const HARD_SPACE_REPORTED: Said = [
  'Une espace insécable est collée au nom du champ',
  'Remplacez-la par une espace ordinaire',
];

/** A text whose first character YAML does not read as text. */
const RESERVED = /^(?:[&*!%@`,\]}]|[-?](?=[ \t])|[|>](?![+-]?\d?[+-]?[ \t]*$)|[[{](?!.*[\]}][ \t]*$))/u;
const OPENED_LIST = /^[[{].*[\]}][ \t]*\S/u;
const CLOSED = { '"': /^"(?:[^"\\]|\\.)*"[ \t]*$/u, "'": /^'(?:[^']|'')*'[ \t]*$/u } as const;

/** Finds a mistake that is visible in the line alone; `null` when the line may be correct. */
export function mistakeOfLine(lines: readonly string[], index: number): YamlMistake | null {
  const line = lines[index] ?? '';
  const mistake = (column: number, [message, remedy]: Said, repaired: string): YamlMistake => ({
    index,
    column,
    message,
    remedy,
    repaired,
  });
  if (/^ *\t[ \t]*\S/u.test(line))
    return mistake(
      1,
      ['Une tabulation sert de retrait', 'Remplacez-la par deux espaces'],
      line.replace(/^[ \t]+/u, (margin) => margin.replaceAll('\t', '  ')),
    );
  const hard = hardSpace(line);
  if (hard !== null) return mistake(hard + 1, HARD_SPACE_REPORTED, line.replace(HARD_SPACE, ' '));
  for (const [pattern, messageOf] of SEPARATORS) {
    const { start = '', key = '', value = '' } = pattern.exec(line)?.groups ?? {};
    if (key !== '')
      return mistake(
        start.length + 1,
        [messageOf(key), `Écrivez « ${key}: ${value} »`],
        `${start}${key}: ${value}`,
      );
  }
  const value = valueOf(line);
  const correction = value === '' ? null : mistakeOfValue(value, lines, index);
  const before = line.slice(0, line.lastIndexOf(value));
  return correction && mistake(before.length + 1, correction, before + JSON.stringify(value));
}

/** Finds a mistake at the beginning of a value, or in its middle. */
function mistakeOfValue(value: string, lines: readonly string[], index: number): Said | null {
  const [first = ''] = value;
  if (first === '"' || first === "'") {
    if (CLOSED[first].test(value) || closesBelow(lines, index, first)) return null;
    return value.indexOf(first, 1) > 0
      ? ['Du texte suit le guillemet qui ferme', STRAIGHT]
      : ['Un guillemet n’est pas fermé', 'Fermez-le à la fin du texte, sur la même ligne'];
  }
  if (RESERVED.test(value) || OPENED_LIST.test(value)) return startsWith(first);
  const isCut = !/^[[{|>]/u.test(value) && /:(?:[ \t]|$)/u.test(value) && FIELD.test(lines[index] ?? '');
  return isCut ? ['Un « : » coupe le texte en deux', QUOTE_ALL] : null;
}

const startsWith = (first: string): Said => [`Un texte ne peut pas commencer par « ${first} »`, QUOTE_ALL];

/** The value of a field or of a list item; empty when there is none. */
const valueOf = (line: string): string => (FIELD.exec(line) ?? ITEM.exec(line))?.groups?.['value'] ?? '';

/** Returns the index of a no-break or similar space around a field's name, which YAML reads as part of the name. */
export function hardSpace(line: string): number | null {
  const [before] = HARD_MARGIN.exec(line) ?? [];
  if (before === undefined) return null;
  const inside = before.search(HARD_SPACE);
  return inside === -1 ? before.length : inside;
}

/** Explains an error of the YAML parser when `mistakeOfLine` finds no mistake. */
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
  if (!mark.startsWith('#')) {
    const [message, remedy] = startsWith(mark.charAt(0));
    return mistakeOfLine(lines, index) ?? { index, column, message, remedy, repaired: null };
  }
  const line = lines[index] ?? '';
  const value = valueOf(line);
  const isText = value !== '' && !/^["'[{|>]/u.test(value) && !opensBlock(lines, index);
  return {
    index,
    column,
    message: 'Un « # » après une espace commence un commentaire : la suite du texte serait perdue',
    remedy: `${QUOTE_ALL} ; un commentaire se met seul sur sa ligne`,
    repaired: isText
      ? line.slice(0, line.lastIndexOf(value)) + JSON.stringify(value)
      : line.slice(0, column - 1).trimEnd(),
  };
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
