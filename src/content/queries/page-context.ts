import { absolute } from './addresses.ts';
import { getSite, type Site } from './site.ts';
import { type Category, getCategories } from './taxonomy.ts';

/** What every page's layout needs besides its own content. */
export interface PageContext {
  site: Site;
  /** The main sections, with their sub-sections. */
  sections: Category[];
}

export async function getPageContext(): Promise<PageContext> {
  const [site, categories] = await Promise.all([getSite(), getCategories()]);
  return { site, sections: [...categories.values()].filter(({ parent }) => parent === null) };
}

/** Hosts look for the page of a missing address in this file, and nowhere else. */
const NOT_FOUND = /\/404\/$/u;

/** The canonical address of the page at this path. */
export function canonicalOf({ pathname }: URL): string {
  return absolute(pathname.replace(NOT_FOUND, '/404.html'));
}
