import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';

/** A file of a font that social cards are drawn with. */
export interface CardFont {
  name: string;
  /** Path of the file. */
  file: string;
}

const { resolve } = createRequire(import.meta.url);
const bricolage = (subset: string): CardFont => ({
  name: 'Bricolage Grotesque',
  file: resolve(
    `@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-${subset}-wght-normal.woff2`,
  ),
});
const spectral = (subset: string, weight = 400): CardFont => ({
  name: 'Spectral',
  file: resolve(`@fontsource/spectral/files/spectral-${subset}-${weight}-normal.woff2`),
});

/** The fonts of social cards: those of the pages, and Spectral where a headline is in Cyrillic. */
export const CARD_FONTS: readonly CardFont[] = [
  ...['latin', 'latin-ext', 'vietnamese'].map(bricolage),
  ...['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext'].map((subset) => spectral(subset)),
  spectral('cyrillic', 800),
];

/** What is written in the place of characters that no font of the cards has. */
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
/** A Greek letter in a word of them is no symbol. */
const GREEK_WORD = /\p{Script=Greek}{2,}/u;
/** Spaces, and what joins or turns letters: they are never drawn. */
const UNSEEN = /[\s\p{Cf}\u00AD\u2028\u2029]/u;
/** What every font of the cards has: most titles hold nothing else. */
const COMMON = /^[ -~\u00A0-\u00FFœŒŸ€’‘“”„«»‹›–—…•\u202F\u2009]*$/u;

let known: ReadonlySet<number> | undefined;

/** Every character that the fonts of social cards can draw; the files are read once. */
function drawnCharacters(): ReadonlySet<number> {
  return (known ??= new Set(
    CARD_FONTS.flatMap(({ file }) => {
      const font = create(readFileSync(file));
      return font.isCollection ? [] : font.characterSet;
    }),
  ));
}

/** A text as a social card can draw it. */
export interface CardText {
  text: string;
  /** What the card shows otherwise: each character, and what is in its place, if anything. */
  changed: ReadonlyMap<string, string>;
}

/** Writes a text with the characters that social cards can draw: the others are replaced, or left out. */
export function cardText(written: string): CardText {
  const changed = new Map<string, string>();
  if (COMMON.test(written)) return { text: written, changed };
  const drawn = drawnCharacters();
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
          const plain = segment.normalize('NFD').replace(/\p{M}/gu, '');
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
