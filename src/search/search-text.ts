import { type TextSegment, segmentText } from '#lib/typography/segments.ts';

/** Ligatures, which most keyboards lack. */
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'Oe', æ: 'ae', Æ: 'Ae' };

/** « oe » that French writes « œ »: before « u » (cœur, œuvre, nœud), « il » (œil) and in a few learned words. */
const LIGATURE_PAIR = /oe(?=u|il|no[lt]|soph|dèm|cumén)|(?<=f)oe(?=t[au])/giu;

/**
 * Restores what folding removed: apostrophes, and the no-break spaces that readers notice. The full typographic rules
 * would be as large as the search script.
 */
const RESTORED: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/(?<=\p{L})'(?=[\p{L}\p{N}«]|$)/gu, '’'],
  [/ (?=[;!?])/gu, '\u202F'],
  [/ (?=:(?:\s|$)|[»%€])/gu, '\u00A0'],
  [/(?<=«) /gu, '\u00A0'],
  [/(?<=(?<![\p{L}\p{N}.,])\d{1,3}(?: \d{3}){0,3}) (?=\d{3}(?!\d))/gu, '\u202F'],
  [/(?<!\p{L})CO2(?![\p{L}\p{N}])/gu, 'CO₂'],
];

/** Elided words (« l’ », « qu’ »), which are not worth searching. */
const ELIDED = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[\p{L}\p{N}]|$)/giu;

/**
 * Signs that belong to a word (« C# », « C++ », « .NET »), and the letters that stand for them in an index: engines split
 * words at signs, but not at these rare letters, which look alike.
 */
const SIGNS: Readonly<Record<string, string>> = { '#': 'ǂ', '+': 'ᐩ', '.': 'ꓸ' };
const SIGN_OF_LETTER = new Map(Object.entries(SIGNS).map(([sign, letter]) => [letter, sign]));
const SIGN_OF_WORD =
  /(?<=\p{L})#(?![\p{L}\p{N}#])|(?<=[\p{L}\p{N}]\+?)\+(?!\+?[\p{L}\p{N}]|\+\+)|(?<=^|[\s"«('])\.(?=\p{L}{2})/gu;

/** The share of a word that its inflections have in common: « achet » of « acheter » and « achète ». */
const STEM_SHARE = 0.6;

/** Normalizes text for the index: straight apostrophes, plain spaces and digits, no ligature, signs of words as letters. */
export function foldText(text: string): string {
  return text
    .replace(/[’ʼ‘]/gu, "'")
    .replace(/[\u00A0\u202F]/gu, ' ')
    .replace(/[œŒæÆ]/gu, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[₀-₉]/gu, (digit) => digit.normalize('NFKD'))
    .replace(SIGN_OF_WORD, (sign) => SIGNS[sign] ?? sign);
}

/**
 * Normalizes a query like the text of the index. Elided words are removed, except in a quoted phrase: « l’événement »
 * searches « événement », « "l’événement" » searches both words.
 */
export function foldQuery(query: string): string {
  const folded = foldText(query)
    .replace(/[«»“”]/gu, '"')
    .replace(/"\s*(.*?)\s*"/gu, '"$1"')
    .trim();
  return folded
    .split(/("[^"]*")/u)
    .map((part) => (part.startsWith('"') ? part : part.replace(ELIDED, '')))
    .join('');
}

/** A part of an excerpt, marked when it matches the query. */
export interface ExcerptPart {
  segments: TextSegment[];
  marked: boolean;
}

/** A matched word with the elision and the punctuation around it: « l’ », « », ». */
const AROUND_WORD = /^((?:[cdjlmnst]|qu)'|[«("]+)?(.+?)([.,;:!?…»)"]*)$/iu;

/**
 * Parses an excerpt of Pagefind, whose only tag is `<mark>`, and typesets it: an ellipsis where a sentence is truncated,
 * and marks around words alone, without elisions or punctuation.
 */
export function readExcerpt(html: string): ExcerptPart[] {
  const found = html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .split(/<\/?mark>/u)
    .flatMap((text, index) =>
      index % 2 === 1 ? (AROUND_WORD.exec(text)?.slice(1) ?? ['', text, '']) : [text],
    );
  // A group of the pattern that took no part in the match is undefined.
  const whole = found.map((text: string | undefined) => text ?? '');
  if (/^[^\p{Lu}\d«"]/u.test(whole.find(Boolean) ?? '')) whole[0] = `… ${whole[0] ?? ''}`;
  if (/[^.!?…\s]\s*$/u.test(whole.findLast(Boolean) ?? '')) whole.push('…');
  // Each marked part became three: before the word, the word, after it.
  return whole
    .map(unfoldText)
    .flatMap((text, index) =>
      text ? [{ segments: segmentText(text), marked: index % 4 === 2 && index < found.length }] : [],
    );
}

/** Whether a text has one of the words of a query, in any inflection. */
export function holdsWordOf(query: string, text: string): boolean {
  const words = wordsOf(text);
  return wordsOf(query).some((word) => {
    const stem = word.length > 3 ? word.slice(0, Math.ceil(word.length * STEM_SHARE)) : word;
    return words.some((other) => other.startsWith(stem));
  });
}

function wordsOf(text: string): string[] {
  return foldText(text)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Restores the typography of normalized text. */
export function unfoldText(text: string): string {
  const signed = text.replace(/[ǂᐩꓸ]/gu, (letter) => SIGN_OF_LETTER.get(letter) ?? letter);
  const tied = signed.replace(LIGATURE_PAIR, (pair) => (pair.startsWith('O') ? 'Œ' : 'œ'));
  return RESTORED.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), tied);
}
