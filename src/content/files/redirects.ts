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

/**
 * Where the addresses lead that readers make by cutting one short: to what leads on to all that stands under them.
 *
 * @param hasSiteMap whether the magazine has a page that lists its sections and authors
 */
export function mapParentAddresses(hasSiteMap: boolean): Record<string, string> {
  const all = hasSiteMap ? '/plan-du-site/' : '/archives/';
  return { '/articles/': '/archives/', '/rubriques/': all, '/auteurs/': all };
}
