/** Invisible characters that Unicode counts as letters. */
const BLANK = '\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0';
const SPACES = new RegExp(`[\\s${BLANK}]+`, 'gu');
const VISIBLE = new RegExp(`(?![${BLANK}])[\\p{L}\\p{N}\\p{P}\\p{S}]`, 'u');

/**
 * Characters that no reader types and that may deceive: controls except the line break and the tab, invisible,
 * bidirectional and private characters. Joiners are allowed in emoji, and between letters of scripts that need them.
 */
const HIDDEN =
  /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u034F\u180B-\u180F]|(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|(?<=\p{Script=Latin}\p{M}?)[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;

/** Five combining marks on one letter: no language needs so many. */
const STACKED = /\p{M}{5}/u;

/** Removes invisible characters, and those that hide or reorder the text around them. */
export function removeHidden(text: string): string {
  return text.replace(HIDDEN, '');
}

/** Puts a text on one line: line breaks, tabs, spaces and invisible letters become one space. */
export function onOneLine(text: string): string {
  return text.replace(SPACES, ' ').trim();
}

/** Whether a text has any visible character. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(removeHidden(text));
}

/** Whether combining marks pile up until they cover the lines above and below. */
export function hasStackedMarks(text: string): boolean {
  return STACKED.test(text);
}
