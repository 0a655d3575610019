import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { staticSite } from '#server/static-site.ts';

export interface ServedSite {
  /** The address of the front page: `http://localhost:4321/magazine/`. */
  home: string;
  close(): Promise<void>;
}

/**
 * Serves a built site on a free port, as `npm start` does but without comments.
 *
 * @param root the folder of the site
 * @param base the path it is published under
 */
export async function serveSite(root: string, base: string): Promise<ServedSite> {
  const server = serve({ fetch: staticSite(root, base).fetch, port: 0 });
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    home: `http://localhost:${port}${base}`,
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
