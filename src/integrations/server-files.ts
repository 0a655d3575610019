import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readIntake } from '#content/files/site-address.ts';
import { headerList } from '#lib/response-headers.ts';
import { caddyConfiguration } from '#integrations/servers/caddy.ts';
import { nginxConfiguration } from '#integrations/servers/nginx.ts';
import type { ServedSite } from '#integrations/servers/served-site.ts';
import { headersFile } from '#integrations/servers/static-hosts.ts';
import { redirectsOf } from '#content/files/published.ts';

/**
 * What serves the build, written with it from one list of headers: `_headers` in it for static hosts, and out of
 * what is published, the configurations of nginx and Caddy (`.cache/servers/dist/`).
 */
export function serverFiles(): AstroIntegration {
  let root = '';
  let base = '/';
  let address = '';
  return {
    name: 'server-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = `${config.base.replace(/\/$/u, '')}/`;
        address = config.site ?? '';
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const list = headerList({ desk: process.env['REDACTION'] === '1' });
        const entries = await readdir(folder, { withFileTypes: true });
        const names = entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
        await writeFile(join(folder, '_headers'), headersFile(list, names, base));

        const site: ServedSite = { list, base, host: new URL(address).host, ...readMoves(root, base) };
        const servers = join(root, '.cache', 'servers', basename(folder));
        await mkdir(servers, { recursive: true });
        await writeFile(join(servers, 'nginx.conf'), nginxConfiguration(site));
        await writeFile(join(servers, 'Caddyfile'), caddyConfiguration(site));
      },
    },
  };
}

function readMoves(root: string, base: string): Pick<ServedSite, 'moves' | 'comments'> {
  const under = (path: string) => `${base}${path.slice(1)}`;
  const moves = redirectsOf(root);
  const intake = readIntake();
  return {
    moves: Object.fromEntries(Object.entries(moves).map(([from, to]) => [under(from), under(to)])),
    comments: intake?.startsWith('/') ? under(intake) : null,
  };
}
