import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findFreePort } from '#cli/lib/free-port.ts';
import { NGINX_MODULES } from '#cli/web-servers.ts';
import { caddyConfiguration } from '#integrations/servers/caddy.ts';
import { nginxConfiguration } from '#integrations/servers/nginx.ts';
import { COMMENTS_SERVICE, SERVED_FOLDER } from '#integrations/servers/served-site.ts';
import type { SmallSite } from './small-site.ts';

export interface RunningServer {
  port: number;
  pid: number;
  /** Sends a signal. @returns the exit code */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Stops the server, and removes what it wrote. */
  stop(): Promise<void>;
}

/** Starts a real server on the loopback with the configuration that a build writes. */
export type StartServer = (small: SmallSite, commentsPort: number) => Promise<RunningServer>;

export const startNginx: StartServer = async ({ folder, site }, commentsPort) => {
  const port = await findFreePort();
  const own = mkdtempSync(join(tmpdir(), 'nginx-'));
  writeFileSync(
    join(own, 'magazine.conf'),
    nginxConfiguration(site)
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replaceAll(SERVED_FOLDER, folder)
      .replaceAll(COMMENTS_SERVICE, `127.0.0.1:${commentsPort}`),
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${own}/${name};`,
  );
  writeFileSync(
    join(own, 'nginx.conf'),
    `load_module ${NGINX_MODULES}/ngx_http_brotli_static_module.so;
daemon off; pid ${own}/pid; error_log stderr; worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http { access_log off; ${temporary.join(' ')} include ${own}/magazine.conf; }
`,
  );
  return run('nginx', ['-e', 'stderr', '-p', own, '-c', join(own, 'nginx.conf')], {}, port, own);
};

export const startCaddy: StartServer = async ({ folder, site }, commentsPort) => {
  const port = await findFreePort();
  const own = mkdtempSync(join(tmpdir(), 'caddy-'));
  const options = '{\n  admin off\n  auto_https off\n}\n';
  writeFileSync(join(own, 'Caddyfile'), options + caddyConfiguration(site));
  const environment = {
    HOME: own,
    MAGAZINE_ADDRESS: `http://:${port}`,
    MAGAZINE_FOLDER: folder,
    MAGAZINE_COMMENTS: `127.0.0.1:${commentsPort}`,
  };
  return run(
    'caddy',
    ['run', '--config', join(own, 'Caddyfile'), '--adapter', 'caddyfile'],
    environment,
    port,
    own,
  );
};

/** The built-in server, with no service behind it, because it handles comments itself. */
export const startBuiltIn: StartServer = async ({ folder, site }) => {
  const port = await findFreePort();
  const own = mkdtempSync(join(tmpdir(), 'built-in-'));
  const environment = {
    PORT: String(port),
    SITE_FOLDER: folder,
    BASE_PATH: site.base,
    COMMENTS_DATA: join(own, 'data'),
    COMMENTS_SECRET: 'a secret for tests, of forty signs or so.',
  };
  return run(process.execPath, [resolve('src/cli/start.ts')], environment, port, own);
};

async function run(
  command: string,
  parameters: string[],
  environment: Record<string, string>,
  port: number,
  own: string,
): Promise<RunningServer> {
  const child = spawn(command, parameters, { env: { ...process.env, ...environment } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (words: Buffer) => (said += words.toString()));
  const ended = once(child, 'close') as Promise<[number | null]>;
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return (await ended)[0];
  };
  await listening(port, child, () => said);
  return {
    port,
    pid: child.pid ?? 0,
    end,
    async stop() {
      await end('SIGTERM');
      rmSync(own, { recursive: true, force: true });
    },
  };
}

async function listening(port: number, child: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) break;
    const socket = connect(port, '127.0.0.1');
    const answered = await new Promise<boolean>((tell) => {
      socket.once('connect', () => tell(true));
      socket.once('error', () => tell(false));
    });
    socket.destroy();
    if (answered) return;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The server does not listen: ${said()}`);
}
