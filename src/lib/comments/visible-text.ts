/** Letters that show nothing, which Unicode does not count among spaces. */
const BLANK = '\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0';
const SPACES = new RegExp(`[\\s${BLANK}]+`, 'gu');
const SHOWN = new RegExp(`(?![${BLANK}])[\\p{L}\\p{N}\\p{P}\\p{S}]`, 'u');

/**
 * Characters that no reader types and that may deceive: controls but the line break and the tab, hidden and turning
 * characters, private ones. The joiners stay between letters of the scripts that are spelled with them, and in emoji.
 */
const HIDDEN =
  /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u034F\u180B-\u180F]|(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|(?<=\p{Script=Latin}\p{M}?)[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;

/** No language stacks so many marks on one letter. */
const STACKED = /\p{M}{5}/u;

/** Removes what does not show, or hides and turns what is around it. */
export function removeHidden(text: string): string {
  return text.replace(HIDDEN, '');
}

/** The text on one line: line breaks, tabs, runs of spaces and letters that show nothing become one space. */
export function onOneLine(text: string): string {
  return text.replace(SPACES, ' ').trim();
}

/** Whether anything of a text can be seen. */
export function isVisible(text: string): boolean {
  return SHOWN.test(removeHidden(text));
}

/** Whether marks pile up on a letter until they cover the lines around it. */
export function hasStackedMarks(text: string): boolean {
  return STACKED.test(text);
}
