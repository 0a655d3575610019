import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';

/** A font file that social cards are drawn with. */
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

/** The fonts of social cards: those of the pages, and Spectral for Cyrillic headlines. */
export const CARD_FONTS: readonly CardFont[] = [
  ...['latin', 'latin-ext', 'vietnamese'].map(bricolage),
  ...['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext'].map((subset) => spectral(subset)),
  spectral('cyrillic', 800),
];

/** Replacements of characters that no font of the cards has. */
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
/** Greek letters in a word are not symbols: their names would make no sense. */
const GREEK_WORD = /\p{Script=Greek}{2,}/u;
/** Spaces and format characters, which are never drawn. */
const UNSEEN = /[\s\p{Cf}\u00AD\u2028\u2029]/u;
/** Characters that every font of the cards has: most titles need no others. */
const COMMON = /^[ -~\u00A0-\u00FFœŒŸ€’‘“”„«»‹›–—…•\u202F\u2009]*$/u;

let characters: ReadonlySet<number> | undefined;

/** All characters of the fonts of social cards. */
function readCharacters(): ReadonlySet<number> {
  return (characters ??= new Set(
    CARD_FONTS.flatMap(({ file }) => {
      const font = create(readFileSync(file));
      return font.isCollection ? [] : font.characterSet;
    }),
  ));
}

/** A text as a social card can draw it. */
export interface CardText {
  text: string;
  /** The characters that were replaced or removed, each with its replacement. */
  changed: ReadonlyMap<string, string>;
}

/** Rewrites a text with the characters of the fonts: the others are replaced or removed. */
export function cardText(written: string): CardText {
  const changed = new Map<string, string>();
  if (COMMON.test(written)) return { text: written, changed };
  const drawn = readCharacters();
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
