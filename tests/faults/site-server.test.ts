import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../hosting/ask.ts';
import { type RunningServer, startBuiltIn } from '../hosting/real-servers.ts';
import { FILES, makeSmallSite, type SmallSite } from '../hosting/small-site.ts';

const CROWD = 10_000;
/** Equals MAX_CONNECTIONS of src/server/listen.ts. */
const MAX_CONNECTIONS = 4_000;
const HELLO = 'GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n';

let small: SmallSite;
let server: RunningServer;
let sockets: Socket[];
beforeEach(async () => {
  small = await makeSmallSite('/');
  // Larger than the system's buffers, for a reader who receives nothing.
  writeFileSync(join(small.folder, 'grand.bin'), Buffer.alloc(30_000_000));
  server = await startBuiltIn(small, 0);
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await server.stop();
  small.remove();
});

/**
 * Opens a connection and sends a text.
 *
 * @param from a loopback address (on Linux, any in 127.0.0.0/8)
 */
function open(text: string, from = '127.0.0.1'): Socket {
  const socket = connect({ port: server.port, host: '127.0.0.1', localAddress: from });
  socket.on('error', () => {});
  socket.write(text);
  sockets.push(socket);
  return socket;
}

/** Resolves when either side closes or resets the connection. */
const closed = (socket: Socket) =>
  new Promise<void>((done) => {
    if (socket.closed) done();
    else socket.once('close', () => done());
  });
const answered = (socket: Socket) => new Promise<void>((done) => socket.once('data', () => done()));
const isServed = async () => (await ask(server.port, '/robots.txt')).body.toString() === FILES['robots.txt'];
const status = (name: string) =>
  Number(new RegExp(`${name}:\\s+(\\d+)`, 'u').exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]);

describe('the server of the site', () => {
  it('lets go who never ends a request, and serves others meanwhile', async () => {
    const slow = [
      open('GET / HTTP/1.1\r\nHost: a\r\nX-'),
      open(''),
      open('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\na'),
    ];
    for (const socket of slow) socket.resume();
    expect(await isServed()).toBe(true);
    await Promise.all(slow.map(closed));
    expect(await isServed()).toBe(true);
  });

  it('lets go who takes nothing of an answer', async () => {
    const socket = open('GET /grand.bin HTTP/1.1\r\nHost: a\r\n\r\n');
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString('latin1', 0, 15)).toBe('HTTP/1.1 200 OK');
    socket.pause();
    await new Promise((wait) => setTimeout(wait, 40_000));
    let taken = first.length;
    socket.on('data', (part: Buffer) => (taken += part.length)).resume();
    await closed(socket);
    expect(taken).toBeLessThan(30_000_000);
    expect(await isServed()).toBe(true);
  });

  it(`bounds ${CROWD} connections that are kept, and still serves who comes`, async () => {
    let crowd = 0;
    for (let opened = 0; opened < CROWD; opened += 500) {
      await Promise.all(
        Array.from({ length: 500 }, async () => {
          crowd += 1;
          const socket = open(HELLO, `127.0.1.${1 + (crowd % 100)}`);
          await Promise.race([answered(socket), closed(socket)]);
        }),
      );
    }
    const kept = sockets.filter((socket) => !socket.closed && !socket.destroyed).length;
    expect(kept).toBeLessThanOrEqual(MAX_CONNECTIONS);
    expect(status('FDSize')).toBeLessThan(2 * MAX_CONNECTIONS + 1_000);
    expect(status('VmRSS'), 'kilobytes').toBeLessThan(600_000);
    // A refused connection makes room for the next, so one of a few attempts succeeds.
    const tries = await Promise.all(Array.from({ length: 5 }, () => isServed().catch(() => false)));
    expect(tries).toContain(true);
    expect(await isServed()).toBe(true);
  });

  it('keeps nobody out while one address holds all it can in half headers', async () => {
    for (let opened = 0; opened < 4_200; opened += 1) open('GET / HTTP/1.1\r\nHost: a\r\nX-', '127.0.0.2');
    for (let probe = 0; probe < 6; probe += 1) expect(await isServed(), `probe ${probe}`).toBe(true);
  });

  it('finishes the answers under way when it is told to stop, and takes no other', async () => {
    const reader = open('GET /grand.bin HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    const idle = open(HELLO);
    await Promise.all([once(reader, 'data'), once(idle, 'data')]);
    reader.pause();
    const code = server.end('SIGTERM');
    await closed(idle);
    await expect(ask(server.port, '/robots.txt')).rejects.toThrow(/ECONN/u);
    let taken = 0;
    reader.on('data', (part: Buffer) => (taken += part.length)).resume();
    await closed(reader);
    expect(taken).toBeGreaterThan(29_000_000);
    expect(await code).toBe(0);
  });
});
