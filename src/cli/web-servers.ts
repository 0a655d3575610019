import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { aptInstall } from './browser.ts';

/** Debian packages of the servers that tests run. */
const PACKAGES = ['nginx-light', 'libnginx-mod-http-brotli-static', 'caddy'];
export const NGINX_MODULES = '/usr/lib/nginx/modules';
const BROTLI = `${NGINX_MODULES}/ngx_http_brotli_static_module.so`;

export type WebServer = 'nginx' | 'caddy';

/** Whether a server is installed, with the modules it needs. */
export function isInstalled(server: WebServer): boolean {
  const { error } = spawnSync(server, [server === 'nginx' ? '-v' : 'version'], { stdio: 'ignore' });
  return !error && (server !== 'nginx' || existsSync(BROTLI));
}

/** Installs missing servers by apt as root; returns those still missing. */
export function installWebServers(): WebServer[] {
  const missing = () => (['nginx', 'caddy'] as const).filter((server) => !isInstalled(server));
  if (missing().length > 0) aptInstall(PACKAGES);
  const left = missing();
  if (left.length > 0) console.warn(`Still no ${left.join(', no ')}: apt-get install ${PACKAGES.join(' ')}`);
  return left;
}

if (import.meta.main && installWebServers().length > 0) process.exitCode = 1;
