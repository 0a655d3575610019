import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';

/** Files whose name holds a hash of their content never change. */
const IMMUTABLE = /^\/_astro\//u;

/**
 * The built site as an application: its pages, its own « not found » page, compression and caching.
 *
 * @param root the folder of the built site
 * @param base the path it is published under, « / » or « /magazine/ »
 */
export function staticSite(root: string, base = '/'): Hono {
  const prefix = base.replace(/\/$/u, '');
  const site = new Hono();
  site.use(compress());
  site.use(
    `${prefix}/*`,
    serveStatic({
      root,
      rewriteRequestPath: (path) => path.slice(prefix.length),
      onFound: (_path, context) => {
        const immutable = IMMUTABLE.test(context.req.path.slice(prefix.length));
        context.header(
          'Cache-Control',
          immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
        );
      },
    }),
  );
  site.notFound(async (context) => {
    const page = await readFile(join(root, '404.html'), 'utf8').catch(() => 'Page introuvable');
    return context.html(page, 404);
  });
  return site;
}
