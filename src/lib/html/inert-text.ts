/**
 * Terminal escape sequences: CSI, OSC and the like. No sequence may contain the start of another, so that the
 * expression stays linear on a thousand unterminated starts.
 */
const SEQUENCES =
  /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B[\]PX^_]|[\u009D\u0090\u0098\u009E\u009F])[^\u0007\u001B\u0090\u0098\u009C-\u009F]*(?:\u0007|\u001B\\|\u009C)|\u001B[ -/]*[0-~]/gu;

/** Control and formatting characters, which may be invisible or reverse the direction of text. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

/** Removes what a terminal would interpret from an untrusted text. */
export function inertText(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(SEQUENCES, '')
    .replace(/\t/gu, '  ')
    .replace(INVISIBLE, (character) => (character === '\n' ? character : ''));
}

/** Removes what a terminal would interpret from an untrusted text, and puts the text on one line. */
export function inertLine(text: string): string {
  return inertText(text).replace(/\s+/gu, ' ').trim();
}

/** JSON in which invisible characters are escaped. */
export function inertJson(data: unknown): string {
  return JSON.stringify(data, null, 2).replace(INVISIBLE, (character) =>
    character === '\n' ? character : character.split('').map(unicodeEscape).join(''),
  );
}

function unicodeEscape(codeUnit: string): string {
  return `\\u${codeUnit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
