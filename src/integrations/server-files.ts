import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { readSetting } from '#content/files/content-file.ts';
import { redirectsOf } from '#content/files/redirects.ts';
import { caddyConfiguration } from '#integrations/servers/caddy.ts';
import { nginxConfiguration } from '#integrations/servers/nginx.ts';
import { objectStorageScript } from '#integrations/servers/object-storage.ts';
import type { ServedSite } from '#integrations/servers/served-site.ts';
import { headersFile } from '#integrations/servers/static-hosts.ts';
import { headerList } from '#lib/response-headers.ts';
import { createAddresses } from '#lib/urls.ts';
import { afterBuild } from './after-build.ts';

/**
 * Writes the configurations of servers from one list of headers: `_headers` into the build for static hosts, and those
 * of nginx, Caddy and object storage into `.cache/servers/`, which is not published.
 */
export function serverFiles(): AstroIntegration {
  return afterBuild('server-files', async ({ config, root, folder, base }) => {
    const list = headerList({ cms: process.env['REDACTION'] === '1' });
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      // Leaves out compressed copies from an earlier build: they have no address of their own.
      .filter((name) => !/\.(?:br|gz)$/u.test(name))
      .sort();
    await writeFile(join(folder, '_headers'), headersFile(list, names, base));

    const withBase = (path: string) => `${base}${path.slice(1)}`;
    const redirects = Object.entries(redirectsOf(root)).map(([from, to]) => [withBase(from), withBase(to)]);
    const intake = readSetting(root, 'comments')?.intake;
    const site: ServedSite = {
      list,
      base,
      host: new URL(config.site ?? '').host,
      redirects: Object.fromEntries(redirects) as ServedSite['redirects'],
      services: intake?.startsWith('/') ? [withBase(intake), withBase('/moderation/')] : [],
      search: createAddresses(base).search,
    };
    const servers = join(root, '.cache', 'servers', basename(folder));
    await mkdir(servers, { recursive: true });
    await writeFile(join(servers, 'nginx.conf'), nginxConfiguration(site));
    await writeFile(join(servers, 'Caddyfile'), caddyConfiguration(site));
    await writeFile(join(servers, 'object-storage.sh'), objectStorageScript(site));
  });
}
