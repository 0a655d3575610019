import { createAddresses } from '#lib/urls.ts';

/** The magazine's addresses under the base path of this build. */
export const addresses = createAddresses(import.meta.env.BASE_URL);

/** The absolute form of an address of this site, as sharing and canonical links need it. */
export function absolute(address: string): string {
  return new URL(address, import.meta.env.SITE).href;
}
