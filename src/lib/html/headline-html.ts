import { SMALL_WORD } from '#lib/typography/small-words.ts';
import { typesetHtml } from './typeset-html.ts';

const NO_BREAK = '\u00A0';
/** In characters. A longer unbreakable piece would not fit a narrow phone at headline size. */
const MAX_PIECE = 15;
/** Preferred breaks: after a colon or the end of a sentence. */
const PAUSE = /(?<=[:;?!]) /u;
const COMPOUND = /[\p{L}\p{N}’]+(?:-[\p{L}\p{N}’]+)+/gu;

/**
 * Writes a typeset headline as HTML with good line breaks: after a colon first, never inside a short compound
 * (« capital-risque ») or after a small word, and never before a short last word.
 */
export function headlineHtml(title: string): string {
  const parts = title.split(PAUSE).map(writePart);
  return parts.length < 2
    ? parts.join('')
    : parts.map((part) => `<span class="headline-part">${part}</span>`).join(' ');
}

function writePart(part: string): string {
  return wrapCompounds(typesetHtml(joinWords(part.split(' ')).join(' ')));
}

/** Joins words that belong together, beginning with the last two, as long as the piece is short. */
function joinWords(words: readonly string[]): string[] {
  const end = words.length > 2 ? words.slice(-2).join(NO_BREAK) : '';
  const joins = end !== '' && end.length <= MAX_PIECE;
  const pieces: string[] = [];
  let followsSmallWord = false;
  for (const word of joins ? [...words.slice(0, -2), end] : words) {
    const joined = `${pieces.at(-1) ?? ''}${NO_BREAK}${word}`;
    if (followsSmallWord && joined.length <= MAX_PIECE) pieces[pieces.length - 1] = joined;
    else pieces.push(word);
    // Typesetting has already inserted the no-break spaces that a number needs.
    followsSmallWord = SMALL_WORD.test(word) && !/\d$/u.test(word);
  }
  return pieces;
}

/** Prevents line breaks in short compounds. Tags never match, because those of typeset HTML have no hyphen. */
function wrapCompounds(html: string): string {
  return html.replace(COMPOUND, (compound) =>
    compound.length <= MAX_PIECE ? `<span class="unbroken">${compound}</span>` : compound,
  );
}
