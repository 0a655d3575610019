/**
 * Sequences that a terminal obeys: CSI, OSC and their kin, whole where they end. None holds the start of another, so
 * that a thousand starts without an end are each read once.
 */
const SEQUENCES =
  /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B[\]PX^_]|[\u009D\u0090\u0098\u009E\u009F])[^\u0007\u001B\u0090\u0098\u009C-\u009F]*(?:\u0007|\u001B\\|\u009C)|\u001B[ -/]*[0-~]/gu;

/** Controls but the line break, and signs that hide themselves or turn the direction of the text around them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

/** A text that does nothing to the terminal that shows it, whoever wrote it. */
export function inertText(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(SEQUENCES, '')
    .replace(/\t/gu, '  ')
    .replace(UNSEEN, (sign) => (sign === '\n' ? sign : ''));
}

/** The same on one line. */
export function inertLine(text: string): string {
  return inertText(text).replace(/\s+/gu, ' ').trim();
}

/** JSON, in which signs that a terminal would obey are written by their number. */
export function inertJson(data: unknown): string {
  return JSON.stringify(data, null, 2).replace(UNSEEN, (sign) =>
    sign === '\n' ? sign : [...Array(sign.length).keys()].map((at) => unicodeEscape(sign, at)).join(''),
  );
}

/** The name of a file, in one line that can be typed: what does not show is written by its number. */
export function inertName(name: string): string {
  return inertJson(name).slice(1, -1).replaceAll('\\"', '"');
}

function unicodeEscape(sign: string, at: number): string {
  return `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`;
}
