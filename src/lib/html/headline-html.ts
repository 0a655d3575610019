import { typesetHtml } from './typeset-html.ts';

const NO_BREAK = '\u00A0';
/** In characters: a longer piece that may not break would be wider than a narrow phone in headline type. */
const LONGEST_PIECE = 15;
/** Articles, prepositions and the like, which lean on the word that follows. */
const LEANING = /^(?:\p{L}{1,3}|[\p{L}\p{N}]{1,3},|avec|chez|dans|leurs?|mais|pour|sans|sous|vers|cette)$/iu;
/** Where a headline may always break: after a colon, or the end of a sentence. */
const PAUSE = /(?<=[:;?!]) /u;
const COMPOUND = /[\p{L}\p{N}’]+(?:-[\p{L}\p{N}’]+)+/gu;

/**
 * Writes a typeset headline as HTML whose lines break where a sub-editor would: after a colon before anywhere else,
 * never inside a short compound (« capital-risque »), never after a word that leans on the next, and with no short
 * last word alone.
 */
export function headlineHtml(title: string): string {
  const parts = title.split(PAUSE).map(writePart);
  return parts.length < 2
    ? parts.join('')
    : parts.map((part) => `<span class="headline-part">${part}</span>`).join(' ');
}

function writePart(part: string): string {
  return keepCompounds(typesetHtml(joinWords(part.split(' ')).join(' ')));
}

/** Puts words that belong together in one piece, as long as it is short: first of all, the last two. */
function joinWords(words: readonly string[]): string[] {
  const end = words.length > 2 ? words.slice(-2).join(NO_BREAK) : '';
  const joins = end !== '' && end.length <= LONGEST_PIECE;
  const pieces: string[] = [];
  let leaning = false;
  for (const word of joins ? [...words.slice(0, -2), end] : words) {
    const joined = `${pieces.at(-1) ?? ''}${NO_BREAK}${word}`;
    if (leaning && joined.length <= LONGEST_PIECE) pieces[pieces.length - 1] = joined;
    else pieces.push(word);
    leaning = LEANING.test(word);
  }
  return pieces;
}

/** Typeset HTML holds no tag with a hyphen. */
function keepCompounds(html: string): string {
  return html.replace(COMPOUND, (compound) =>
    compound.length <= LONGEST_PIECE ? `<span class="unbroken">${compound}</span>` : compound,
  );
}
