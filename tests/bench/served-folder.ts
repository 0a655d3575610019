import { headerList } from '#lib/response-headers.ts';
import type { SmallSite } from '../hosting/small-site.ts';

/** A built folder, as the real servers of the hosting tests take it. */
export function servedFolder(folder: string): SmallSite {
  const site = {
    list: headerList({ cms: false }),
    host: 'localhost',
    base: '/',
    redirects: {},
    services: [],
    search: '/recherche/',
  };
  return { folder, site, remove: () => {} };
}
