import { stringify } from 'yaml';
import type { TagFile } from '#model/schema.ts';
import { nearDuplicates } from '#lib/near-duplicates.ts';
import { slugify } from '#lib/slugs.ts';

/** At most this many are shown to who writes a new tag, and to who searches one. */
const MOST_NEAR = 5;
const MOST_FOUND = 12;

/** The tags that a new one may only repeat, the nearest first. */
export function nearTags(tags: readonly TagFile[], written: string): string[] {
  const owners = new Map(tags.flatMap(({ name, aliases }) => [name, ...aliases].map((as) => [as, name])));
  const near = nearDuplicates(written, owners.keys()).map((name) => owners.get(name) ?? name);
  return [...new Set(near)].slice(0, MOST_NEAR);
}

/** The tags that hold every word of a search, in any case or accent, then those that nearly say the same. */
export function searchTags(tags: readonly TagFile[], written: string): string[] {
  const words = slugify(written).split('-');
  const holding = tags.filter(({ name, aliases }) =>
    [name, ...aliases].map(slugify).some((slug) => words.every((word) => slug.includes(word))),
  );
  const names = [...holding.map(({ name }) => name), ...nearTags(tags, written)];
  return [...new Set(names)].slice(0, MOST_FOUND);
}

/** The text of tags.yaml with new tags at its end; what was there is left as it was written. */
export function addTags(text: string, names: readonly string[]): string {
  if (names.length === 0) return text;
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  return `${text}${end}${names.map((name) => `- name: ${stringify(name, { lineWidth: 0 })}`).join('')}`;
}
