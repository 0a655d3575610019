import { stringify } from 'yaml';
import type { TagFile } from '#model/schema.ts';
import { nearDuplicates } from '#lib/nearest.ts';
import { slugify } from '#lib/slugs.ts';

const MAX_NEAR = 5;
const MAX_FOUND = 12;

/** Returns the existing tags that resemble a new one, the nearest first. */
export function nearTags(tags: readonly TagFile[], written: string): string[] {
  const owners = new Map(tags.flatMap(({ name, aliases }) => [name, ...aliases].map((as) => [as, name])));
  const near = nearDuplicates(written, owners.keys()).map((name) => owners.get(name) ?? name);
  return [...new Set(near)].slice(0, MAX_NEAR);
}

/** Returns the tags that contain every word of a search, whatever the case and the accents; then similar tags. */
export function searchTags(tags: readonly TagFile[], written: string): string[] {
  const words = slugify(written).split('-');
  const matching = tags.filter(({ name, aliases }) =>
    [name, ...aliases].map(slugify).some((slug) => words.every((word) => slug.includes(word))),
  );
  const names = [...matching.map(({ name }) => name), ...nearTags(tags, written)];
  return [...new Set(names)].slice(0, MAX_FOUND);
}

/** Appends tags to the text of tags.yaml. */
export function addTags(text: string, names: readonly string[]): string {
  if (names.length === 0) return text;
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  return `${text}${end}${names.map((name) => `- name: ${stringify(name, { lineWidth: 0 })}`).join('')}`;
}
