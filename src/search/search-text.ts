/** Ligatures, which most keyboards lack. */
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'Oe', æ: 'ae', Æ: 'Ae' };

/** « oe » that French spells « œ »: before « u » (cœur, œuvre, nœud), « il » (œil) and in a few learned words. */
const LIGATURE_PAIR = /oe(?=u|il|no[lt]|soph|dèm|cumén)|(?<=f)oe(?=t[au])/giu;

/**
 * Restores what `foldText` removed: apostrophes, and the no-break spaces that readers notice. The full typographic
 * rules would double the size of the search script.
 */
const RESTORED: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/(?<=\p{L})' ?(?=[\p{L}\p{N}«]|$)/gu, '’'],
  [/ (?=[;!?])/gu, '\u202F'],
  [/ (?=:(?:\s|$)|[»%€])/gu, '\u00A0'],
  [/(?<=«) /gu, '\u00A0'],
  [/(?<=(?<![\p{L}\p{N}.,])\d{1,3}(?: \d{3}){0,3}) (?=\d{3}(?!\d))/gu, '\u202F'],
  [/(?<!\p{L})CO2(?![\p{L}\p{N}])/gu, 'CO₂'],
];

/**
 * Symbols that belong to a word (« C# », « C++ », « .NET »), and the rare letters that replace them in an index:
 * engines split words at symbols, but not at these letters.
 */
const SIGNS: Readonly<Record<string, string>> = { '#': 'ǂ', '+': 'ᐩ', '.': 'ꓸ' };
const SIGN_OF_LETTER = new Map(Object.entries(SIGNS).map(([sign, letter]) => [letter, sign]));
const SIGN_OF_WORD =
  /(?<=\p{L})#(?![\p{L}\p{N}#])|(?<=[\p{L}\p{N}]\+?)\+(?!\+?[\p{L}\p{N}]|\+\+)|(?<=^|[\s"«('])\.(?=\p{L}{2})/gu;

/**
 * Normalizes a text for an index: plain spaces and digits, no ligatures, symbols of words replaced by letters, and a
 * space after each elision (« l' inflation »), so that engines see two words.
 */
export function foldText(text: string): string {
  return text
    .replace(/[’ʼ‘]/gu, "'")
    .replace(/(?<=\p{L})'(?=\p{L})/gu, "' ")
    .replace(/[\u00A0\u202F]/gu, ' ')
    .replace(/[œŒæÆ]/gu, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[₀-₉]/gu, (digit) => digit.normalize('NFKD'))
    .replace(SIGN_OF_WORD, (sign) => SIGNS[sign] ?? sign);
}

/** Restores the typography of normalized text. */
export function unfoldText(text: string): string {
  const signed = text.replace(/[ǂᐩꓸ]/gu, (letter) => SIGN_OF_LETTER.get(letter) ?? letter);
  const tied = signed.replace(LIGATURE_PAIR, (pair) => (pair.startsWith('O') ? 'Œ' : 'œ'));
  return RESTORED.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), tied);
}
