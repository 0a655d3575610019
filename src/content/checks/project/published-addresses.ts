import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { articleState } from '#content/files/publication.ts';
import { isoDay } from '#lib/dates.ts';
import { createAddresses } from '#lib/urls.ts';
import { pathOf, ROUTES } from '#routes.ts';
import type { ContentDocument, Project } from './project.ts';

const addresses = createAddresses('/');

/** The address of a document, without the base path. */
export function addressOf({ kind, slug }: ContentDocument): string {
  return kind === 'article' ? addresses.article(slug) : addresses.page(slug);
}

/**
 * Returns the addresses of all pages made from the content, without the base path. It omits pages 2 and later of lists.
 */
export function listAddresses({ documents, lists, now, hasComments }: Project): ReadonlySet<string> {
  const published = documents.filter(({ article }) => article && articleState(article, now) === 'published');
  const found = new Set([
    ...[addresses.home, addresses.tags, addresses.archives],
    ...[addresses.feed([], 'xml'), addresses.feed([], 'json')],
    ...(hasComments ? [addresses.file('flux-commentaires.xml')] : []),
    ...documents.filter(({ kind }) => kind === 'page').map(addressOf),
    ...published.map(addressOf),
  ]);
  for (const path of lists.categoryPaths.values()) {
    found.add(addresses.category(path));
    found.add(addresses.feed(pathOf(ROUTES.category, ...path), 'xml'));
    found.add(addresses.feed(pathOf(ROUTES.category, ...path), 'json'));
  }
  for (const { article } of published) {
    if (!article) continue;
    const [year = '', month = ''] = isoDay(article.publishedAt).split('-');
    for (const author of article.authors) found.add(addresses.author(author));
    for (const tag of article.tags) found.add(addresses.tag(lists.tagSlugs.get(tag) ?? ''));
    for (const alias of article.aliases) found.add(alias);
    found.add(addresses.archive([year]));
    found.add(addresses.archive([year, month]));
  }
  return found;
}

/** Whether an address belongs to a page, to a later page of a list, or to a file of public/. */
export function isPublished(path: string, known: ReadonlySet<string>, root: string): boolean {
  if (known.has(path) || known.has(path.replace(/page\/\d+\/$/u, ''))) return true;
  return !path.endsWith('/') && existsSync(join(root, 'public', path));
}
