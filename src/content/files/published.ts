import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mapOldAddresses, mapParentAddresses } from './redirects.ts';
import { readPublication } from './publication.ts';
import { type PublishedFile, readPublishedFiles } from './published-files.ts';

const known = new Map<string, PublishedFile[]>();

/** The published articles of a project, as the build found them: looked for once, however many ask. */
export function publishedFiles(root: string): readonly PublishedFile[] {
  const found = known.get(root) ?? readPublishedFiles(root, readPublication());
  known.set(root, found);
  return found;
}

/** Where each address that has no page of its own leads, both without base path: old ones, and those cut short. */
export function redirectsOf(root: string): Record<string, string> {
  const hasPage = (address: string) =>
    existsSync(join(root, 'content/pages', `${address.replaceAll('/', '')}.mdx`));
  const parents = Object.entries(mapParentAddresses(hasPage('/plan-du-site/')));
  return {
    ...Object.fromEntries(parents.filter(([from]) => !hasPage(from))),
    ...mapOldAddresses(publishedFiles(root)),
  };
}
