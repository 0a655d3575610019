import { createAddresses } from '#lib/urls.ts';

/** The magazine's addresses under the base path of this build. */
export const addresses = createAddresses(import.meta.env.BASE_URL);

/** The absolute form of an address of this site, for social cards, feeds and canonical links. */
export function absolute(address: string): string {
  return new URL(address, import.meta.env.SITE).href;
}

/** Hosts look for the page of a missing address in this file, and nowhere else. */
const NOT_FOUND = /\/404\/$/u;

/** The canonical address of a page. */
export function canonicalOf({ pathname }: URL): string {
  return absolute(pathname.replace(NOT_FOUND, '/404.html'));
}
