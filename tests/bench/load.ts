import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { isInstalled } from '#cli/web-servers.ts';
import { ask } from '../hosting/ask.ts';
import { type StartServer, startBuiltIn, startNginx } from '../hosting/real-servers.ts';
import { servedFolder } from './served-folder.ts';

/**
 * `npm run load`: the built-in server beside nginx, on the same built folder, by turns so that a busy machine harms
 * both. Told, never judged.
 */
const ROUNDS = 3;
const SECONDS = 5;
const CONNECTIONS = 32;
const ADDRESSES = { page: '/', 'not modified': '/', picture: '/icones/512.png' };
const SERVERS: Record<string, StartServer> = { nginx: startNginx, 'built-in': startBuiltIn };

interface Figure {
  perSecond: number;
  /** In milliseconds. */
  p99: number;
}

if (!existsSync('dist/index.html')) throw new Error('No site in dist: npm run build');
if (!isInstalled('nginx')) throw new Error('No nginx: as root, node src/cli/web-servers.ts');
if (spawnSync('wrk', ['-v']).error) throw new Error('No wrk: apt-get install wrk');

const small = servedFolder(realpathSync('dist'));
const running = await Promise.all(
  Object.entries(SERVERS).map(async ([name, start]) => ({ name, server: await start(small, 0) })),
);
try {
  for (const [what, path] of Object.entries(ADDRESSES)) {
    const figures: Record<string, Figure[]> = {};
    for (let round = 0; round < ROUNDS; round += 1)
      for (const { name, server } of running)
        (figures[name] ??= []).push(
          await measure(`http://127.0.0.1:${server.port}${path}`, what === 'not modified'),
        );
    const best = Object.fromEntries(
      Object.entries(figures).map(([name, all]) => [
        name,
        all.reduce((first, other) => (other.perSecond > first.perSecond ? other : first)),
      ]),
    );
    for (const [name, { perSecond, p99 }] of Object.entries(best))
      console.log(`${what}: ${name} ${Math.round(perSecond)} requests/s, p99 ${p99} ms`);
    const ratio = (best['built-in']?.perSecond ?? 0) / (best['nginx']?.perSecond ?? 1);
    console.log(`${what}: built-in / nginx = ${ratio.toFixed(2)}`);
  }
} finally {
  for (const { server } of running) await server.stop();
}

async function measure(address: string, known: boolean): Promise<Figure> {
  const accept = ['-H', 'Accept-Encoding: br'];
  const { port, pathname } = new URL(address);
  const { etag = '' } = (await ask(Number(port), pathname, { headers: { 'Accept-Encoding': 'br' } })).headers;
  const condition = known ? ['-H', `If-None-Match: ${etag}`] : [];
  const options = ['--latency', '-t2', `-c${CONNECTIONS}`, `-d${SECONDS}s`];
  const { stdout } = spawnSync('wrk', [...options, ...accept, ...condition, address], { encoding: 'utf8' });
  const [, amount = '0', unit = 'ms'] = /99%\s+([\d.]+)(us|ms|s)/u.exec(stdout) ?? [];
  const scale = { us: 0.001, ms: 1, s: 1_000 }[unit] ?? 1;
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/u.exec(stdout)?.[1] ?? 0),
    p99: Number((Number(amount) * scale).toFixed(1)),
  };
}
