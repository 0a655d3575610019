import { existsSync, readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import { removeDiacritics } from '#lib/diacritics.ts';
import { CYRILLIC_FONT, DEFAULT_FONTS, type FontChoice, fontsOf } from '#lib/packaged-fonts.ts';
import { memoize } from '#lib/memoize.ts';

/** A font file that social cards are drawn with. */
export interface CardFont {
  name: string;
  /** Path of the file. */
  file: string;
}

const LETTERS = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext'];

/** Returns the fonts of the social cards of a magazine: those of its pages, and another one for Cyrillic headlines. */
export function cardFonts(choice: FontChoice): CardFont[] {
  const { titles, text } = fontsOf(choice);
  const all = [titles, text].flatMap(({ family, file }) =>
    LETTERS.map((letters) => ({ name: family, file: file(letters) })),
  );
  const cyrillic = { name: CYRILLIC_FONT.family, file: CYRILLIC_FONT.file('cyrillic', 'normal', 800) };
  return [...all.filter(({ file }) => existsSync(file)), cyrillic];
}

/** Replacements of characters that the fonts of the cards lack. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  ...{
    '→': '–',
    '←': '–',
    '↔': '–',
    '⇒': '–',
    '⟶': '–',
    '➜': '–',
    '➔': '–',
    '−': '–',
    '‑': '-',
    '‐': '-',
    '―': '—',
  },
  ...{
    '≠': 'différent de',
    '≈': 'environ',
    '≥': 'au moins',
    '≤': 'au plus',
    '∞': 'infini',
    '√': 'racine de',
  },
  ...{ '№': 'n°', '⁄': '/', '∕': '/', '∙': '·', '⋅': '·', μ: 'µ', Ω: 'Ω', K: 'K', ﬁ: 'fi', ﬂ: 'fl' },
  ...{ α: 'alpha', β: 'bêta', γ: 'gamma', δ: 'delta', Δ: 'delta', ε: 'epsilon', θ: 'thêta', λ: 'lambda' },
  ...{ π: 'pi', σ: 'sigma', Σ: 'somme', φ: 'phi', ω: 'oméga', Ω: 'oméga' },
  ...{ '⁰': '^0', '⁴': '^4', '⁵': '^5', '⁶': '^6', '⁷': '^7', '⁸': '^8', '⁹': '^9', '⁻': '^-', ⁿ: '^n' },
  ...{ '₀': '0', '₁': '1', '₂': '2', '₃': '3', '₄': '4', '₅': '5', '₆': '6', '₇': '7', '₈': '8', '₉': '9' },
};
/** Two or more Greek letters form a word: unlike a single symbol, they are not replaced by their names. */
const GREEK_WORD = /\p{Script=Greek}{2,}/u;
/** Spaces and format characters, which are invisible. */
const UNSEEN = /[\s\p{Cf}\u00AD\u2028\u2029]/u;
/** Characters that every font of the cards has: most titles contain no others. */
const COMMON = /^[ -~\u00A0-\u00FFœŒŸ€’‘“”„«»‹›–—…•\u202F\u2009]*$/u;

/** Returns all characters of these font files. `files` has one path per line, because `memoize` takes one text. */
const readCharacters = memoize(
  (files) =>
    new Set(
      files.split('\n').flatMap((file) => {
        const font = create(readFileSync(file));
        return font.isCollection ? [] : font.characterSet;
      }),
    ),
);

/** A text as a social card can draw it. */
export interface CardText {
  text: string;
  /** The characters that were replaced or removed, each with its replacement. */
  changed: ReadonlyMap<string, string>;
}

/** Rewrites a text with the characters that the fonts contain: the others are replaced or removed. */
export function cardText(written: string, fonts: FontChoice = DEFAULT_FONTS): CardText {
  const changed = new Map<string, string>();
  if (COMMON.test(written)) return { text: written, changed };
  const drawn = readCharacters(
    cardFonts(fonts)
      .map(({ file }) => file)
      .join('\n'),
  );
  const isDrawn = (text: string) =>
    [...text].every((letter) => UNSEEN.test(letter) || drawn.has(letter.codePointAt(0) ?? 0));
  const words = written
    .normalize('NFC')
    .split(/(?<=\s)|(?=\s)/u)
    .map((word) => {
      const segments = [...new Intl.Segmenter('fr').segment(word)].map(({ segment }) => segment);
      return segments
        .map((segment) => {
          if (isDrawn(segment)) return segment;
          const greek = GREEK_WORD.test(word) && segment !== 'μ';
          const plain = removeDiacritics(segment);
          const put = [greek ? '' : REPLACEMENTS[segment], plain].find((text) => text && isDrawn(text)) ?? '';
          changed.set(segment, put);
          return put;
        })
        .join('');
    });
  const text = words
    .join('')
    .replace(/[\u200D\uFE0E\uFE0F]/gu, '')
    .replace(/(?<=\s)\s+/gu, '')
    .replace(/^[\s:;,.]+/u, '')
    .trim();
  return { text, changed };
}
