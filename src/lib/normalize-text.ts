/**
 * Removes the byte order mark of a text, replaces all line endings by « \n » and composes its characters (Unicode NFC).
 */
export function normalizeText(text: string): string {
  return text
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .normalize('NFC');
}
