import { formatNumber } from './numbers.ts';

/** French counts 0 and 1 as singular, 1,5 too. */
export function plural(count: number, singular: string, plural: string): string {
  return Math.abs(count) < 2 ? singular : plural;
}

/** « 3 articles », « 1 article ». */
export function counted(count: number, singular: string, pluralForm = `${singular}s`): string {
  return `${formatNumber(count)}\u00A0${plural(count, singular, pluralForm)}`;
}

/** An h that is silent: most of those before « e », « i » or « y », and few before « a ». */
const SILENT_H =
  /^h(?:ab[il]|adr[ie]|agio|alein|alieu|allu|alog|alter|amec|annib|armo|e(?!in|nn[ei]|ris|rni|ron|ros\b|rse|tre|urt|gel|lmu|lsin|ndri)|i(?!b|c\b|d|era|-|p\b|ppie|ss|t|lla)|o(?:m(?!ar)|n(?:n|or)|pi|r(?!d|s)|s[pt]|te[ls]?\b)|u(?:b|go|gue(?!no)|il|is|itr|m(?!e\b))|y(?!un))/u;
/** Names and words with the sound of a vowel, where a y before a vowel has not (« Yann », « yaourt »). */
const VOWEL_Y = /^y(?:[bcdfghjklmnpqrstvwxz]|eu(?:x\b|\b)|onne|erres|evre)/u;
/** Words that begin with a vowel, and never elide. */
const NO_ELISION = /^(?:onz|oui\b|ouist|uhlan|ulul)/u;

/**
 * « d’Ada », « de Paul », « de Yann », « d’Yves », « de Harry », « d’Hélène »: elides before a vowel’s sound. Usage
 * wavers before the h of names; those it does not know are taken as the words that begin alike.
 */
export function elided(word: 'de' | 'que' | 'le' | 'la', next: string): string {
  const start = next
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^[«“\s]*/u, '')
    .toLowerCase();
  const isVowel = /^[aeiouœæ]/u.test(start) && !NO_ELISION.test(start);
  return isVowel || SILENT_H.test(start) || VOWEL_Y.test(start)
    ? `${word.slice(0, -1)}’${next}`
    : `${word} ${next}`;
}

/** A title between « », in which its own « » are “ ”. */
export function quoted(title: string): string {
  return `«\u00A0${title.replace(/«[ \u00A0\u202F]*/gu, '“').replace(/[ \u00A0\u202F]*»/gu, '”')}\u00A0»`;
}

/** « a, b et c ». */
export function enumerate(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
}
