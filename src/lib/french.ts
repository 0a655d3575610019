import { formatNumber } from './numbers.ts';

/** French counts 0 and 1 as singular, 1,5 too. */
export function plural(count: number, singular: string, plural: string): string {
  return Math.abs(count) < 2 ? singular : plural;
}

/** « 3 articles », « 1 article ». */
export function counted(count: number, singular: string, pluralForm = `${singular}s`): string {
  return `${formatNumber(count)}\u00A0${plural(count, singular, pluralForm)}`;
}

/** « d’Ada » or « de Paul »: elides before a vowel sound; an h is taken as silent. */
export function elided(word: 'de' | 'que' | 'le' | 'la', next: string): string {
  const silent = /^[«“\s]*[aeiouyhœæ]/iu.test(next.normalize('NFD').replace(/\p{M}/gu, ''));
  return silent ? `${word.slice(0, -1)}’${next}` : `${word} ${next}`;
}

/** « a, b et c ». */
export function enumerate(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
}
