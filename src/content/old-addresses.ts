import type { PublishedFile } from './published-files.ts';

/**
 * Where each old address of an article leads.
 *
 * @returns new address by old one, both without base path
 */
export function mapOldAddresses(
  files: readonly Pick<PublishedFile, 'slug' | 'aliases'>[],
): Record<string, string> {
  return Object.fromEntries(
    files.flatMap(({ slug, aliases }) => aliases.map((alias) => [alias, `/articles/${slug}/`])),
  );
}
