import { createAddresses } from '#lib/urls.ts';
import { unindexedAddresses } from '#routes.ts';

/** The magazine's addresses, with the base path of this build. */
export const addresses = createAddresses(import.meta.env.BASE_URL);

/** Makes an address of this site absolute, for social cards, feeds and canonical links. */
export function absolute(address: string): string {
  return new URL(address, import.meta.env.SITE).href;
}

const UNINDEXED = new Set(unindexedAddresses.map((address) => addresses.file(address)));

/** Whether src/routes.ts lets search engines index a page. */
export const mayBeIndexed = ({ pathname }: URL) => !UNINDEXED.has(pathname);

/** The address under which Astro renders the error page. Hosts serve it as /404.html only. */
const NOT_FOUND = /\/404\/$/u;

/** The canonical address of a page. */
export function canonicalOf({ pathname }: URL): string {
  return absolute(pathname.replace(NOT_FOUND, '/404.html'));
}
