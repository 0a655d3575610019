import { removeDiacritics } from './diacritics.ts';
import { formatNumber } from './numbers.ts';

/** In French, any number below 2 is singular: 0, 1, 1,5. */
export function plural(count: number, singular: string, plural: string): string {
  return Math.abs(count) < 2 ? singular : plural;
}

/** « 3 articles », « 1 article ». */
export function counted(count: number, singular: string, pluralForm = `${singular}s`): string {
  return `${formatNumber(count)}\u00A0${plural(count, singular, pluralForm)}`;
}

/** Words with a silent h: most of those in « he », « hi » and « hy », few of those in « ha ». */
const SILENT_H =
  /^h(?:ab[il]|adr[ie]|agio|alein|alieu|allu|alog|alter|amec|annib|armo|e(?!in|nn[ei]|ris|rni|ron|ros\b|rse|tre|urt|gel|lmu|lsin|ndri)|i(?!b|c\b|d|era|-|p\b|ppie|ss|t|lla)|o(?:m(?!ar)|n(?:n|or)|pi|r(?!d|s)|s[pt]|te[ls]?\b)|u(?:b|go|gue(?!no)|il|is|itr|m(?!e\b))|y(?!un))/u;
/** Words whose initial y is a vowel (« d’Yves »), unlike « de Yann » or « de yaourt ». */
const VOWEL_Y = /^y(?:[bcdfghjklmnpqrstvwxz]|eu(?:x\b|\b)|onne|erres|evre)/u;
/** Words that begin with a vowel but allow no elision: « le onze », « le oui ». */
const NO_ELISION = /^(?:onz|oui\b|ouist|uhlan|ulul)/u;

/**
 * Elides before a vowel sound: « d’Ada », « de Paul », « de Yann », « d’Yves », « de Harry », « d’Hélène ». Usage
 * varies for names with an h; unknown names follow words with a similar beginning.
 */
export function elided(word: 'de' | 'que' | 'le' | 'la', next: string): string {
  const start = removeDiacritics(next)
    .replace(/^[«“\s]*/u, '')
    .toLowerCase();
  const isVowel = /^[aeiouœæ]/u.test(start) && !NO_ELISION.test(start);
  return isVowel || SILENT_H.test(start) || VOWEL_Y.test(start)
    ? `${word.slice(0, -1)}’${next}`
    : `${word} ${next}`;
}

/** A title in « », with its own « » replaced by “ ”. */
export function quoted(title: string): string {
  return `«\u00A0${title.replace(/«[ \u00A0\u202F]*/gu, '“').replace(/[ \u00A0\u202F]*»/gu, '”')}\u00A0»`;
}

/** « a, b et c ». */
export function enumerate(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
}
