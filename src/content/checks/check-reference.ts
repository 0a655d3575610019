import { nearest } from '#lib/nearest.ts';
import type { ContentProblem, Place } from '#model/problems.ts';

/** Checks that a name is one of those there are; else says the nearest, and where to add one. */
export function checkReference(
  what: 'La rubrique' | 'L’étiquette' | 'La signature' | 'L’article' | 'Le commentaire',
  name: string,
  known: Iterable<string>,
  where: string,
  file: string,
  place: Place,
): ContentProblem[] {
  const names = [...known];
  if (names.includes(name)) return [];
  const meant = nearest(name, names);
  return [
    {
      file,
      ...place,
      message: `${what} « ${name} » n’existe pas${meant ? ` : vouliez-vous dire « ${meant} » ?` : ''}`,
      remedy: `Corrigez le nom, ou ajoutez-le dans ${where}`,
    },
  ];
}
