import { nearest } from '#lib/nearest.ts';
import type { Place } from '#model/problems.ts';
import type { Report } from './report.ts';

/** The kinds of references: the name used in messages, and the folder or file in content/. */
const TARGETS = {
  accent: ['La couleur', 'content/site.yaml, sous « accents »'],
  article: ['L’article', 'content/articles/'],
  author: ['La signature', 'content/authors/'],
  category: ['La rubrique', 'content/categories/'],
  tag: ['L’étiquette', 'content/tags.yaml'],
} as const;

/**
 * Checks that a reference points to an existing name. The problem suggests the nearest name.
 *
 * @param remedy replaces the default remedy, which is to correct the name or to add it in the usual place of its kind
 */
export function checkReference(
  [kind, name]: readonly [kind: keyof typeof TARGETS, name: string],
  known: Iterable<string>,
  place: Place,
  report: Report,
  remedy?: string,
): void {
  const names = [...known];
  if (names.includes(name)) return;
  const [what, where] = TARGETS[kind];
  report(
    place,
    `${what} « ${name} » n’existe pas${orNearest(name, names)}`,
    remedy ?? `Corrigez le nom, ou ajoutez-le dans ${where}`,
  );
}

/** The end of a message about an unknown name: the nearest known one, if there is any. */
export function orNearest(
  name: string,
  known: Iterable<string>,
  write = (meant: string) => `« ${meant} »`,
): string {
  const meant = nearest(name, known);
  return meant ? ` : vouliez-vous dire ${write(meant)} ?` : '';
}
