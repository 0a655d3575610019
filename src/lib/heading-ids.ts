import { slugify } from './slugs.ts';

/** Ids that the templates of articles and pages use themselves: no heading may take one of them. */
export const PAGE_IDS: readonly string[] = [
  ...['contenu', 'sommaire', 'sources', 'corrections', 'partager', 'mots', 'a-lire-aussi', 'toutes'],
  ...['commentaires', 'commenter', 'suivre', 'etiquettes', 'apres-etiquettes', 'le-magazine'],
  'footnote-label',
];

/** Ids that are made of something else: fields of the comment form, comments, notes and their calls. */
const TAKEN = /^(?:commentaire|user-content)-/u;
const WITHOUT_WORDS = 'partie';

/**
 * Allocates the ids of one page's headings, by their words and in their order. One that the page or an earlier heading
 * has already gets the next free number.
 */
export function headingIdAllocator(): (text: string) => string {
  const used = new Set(PAGE_IDS);
  const last = new Map<string, number>();
  return (text) => {
    const slug = slugify(text) || WITHOUT_WORDS;
    const base = TAKEN.test(slug) ? `${WITHOUT_WORDS}-${slug}` : slug;
    let id = base;
    for (let number = last.get(base) ?? 2; used.has(id); number += 1) {
      id = `${base}-${number}`;
      last.set(base, number + 1);
    }
    used.add(id);
    return id;
  };
}
