import { slugify } from '#lib/slugs.ts';

/** Ids that templates use: no heading may have one of them. */
export const PAGE_IDS: readonly string[] = [
  ...['contenu', 'sommaire', 'sources', 'corrections', 'partager', 'mots', 'a-lire-aussi', 'toutes'],
  ...['commentaires', 'commenter', 'suivre', 'etiquettes', 'apres-etiquettes', 'le-magazine'],
  'footnote-label',
];

/** Prefixes of other generated ids: comments and their form, footnotes. */
const RESERVED = /^(?:commentaire|user-content)-/u;
const FALLBACK = 'partie';

/**
 * Returns a function that gives each heading of a page its id, in order: its slug, with a number when it is already
 * used.
 */
export function headingIdAllocator(): (text: string) => string {
  const used = new Set(PAGE_IDS);
  const last = new Map<string, number>();
  return (text) => {
    const slug = slugify(text) || FALLBACK;
    const base = RESERVED.test(slug) ? `${FALLBACK}-${slug}` : slug;
    let id = base;
    for (let number = last.get(base) ?? 2; used.has(id); number += 1) {
      id = `${base}-${number}`;
      last.set(base, number + 1);
    }
    used.add(id);
    return id;
  };
}
