import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { type Socket, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limitConnections } from '#server/connections.ts';

const MAX_CONNECTIONS = 5;
const HALF = 'GET / HTTP/1.1\r\nHost: a\r\nX-';
const WHOLE = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';

let server: Server;
let sockets: Socket[];
/** Functions that complete the response of each pending request. */
let answers: (() => void)[];
beforeEach(async () => {
  sockets = [];
  answers = [];
  server = createServer((_, response) => answers.push(() => response.end('ok')));
  limitConnections(server, MAX_CONNECTIONS);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

async function open(text: string): Promise<Socket> {
  const address = server.address();
  const accepted = once(server, 'connection');
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1');
  socket.on('error', () => undefined).resume();
  socket.write(text);
  sockets.push(socket);
  await accepted;
  return socket;
}
const closed = async (socket: Socket) => socket.closed || once(socket, 'close');
const received = (count: number) => expect.poll(() => answers.length).toBe(count);

describe('the connections of one address', () => {
  it('that never end a header make room for those that come, the oldest first', async () => {
    const halves = [];
    for (let index = 0; index < 3 * MAX_CONNECTIONS; index += 1) halves.push(await open(HALF));
    await Promise.all(halves.slice(0, 2 * MAX_CONNECTIONS).map(closed));
    const reader = await open(WHOLE);
    await received(1);
    const reply = once(reader, 'data') as Promise<[Buffer]>;
    answers[0]?.();
    const [words] = await reply;
    expect(words.toString()).toContain('200 OK');
    expect(halves.filter((socket) => !socket.closed).length).toBeLessThanOrEqual(MAX_CONNECTIONS);
  });

  it('on which a request is answered are left alone, and no more are taken', async () => {
    const busy = [];
    for (let index = 0; index < MAX_CONNECTIONS; index += 1) busy.push(await open(WHOLE));
    await received(MAX_CONNECTIONS);
    await closed(await open(WHOLE));
    expect(busy.filter((socket) => socket.closed)).toEqual([]);
    answers.forEach((answer) => answer());
    const next = await open(WHOLE);
    await received(MAX_CONNECTIONS + 1);
    expect(next.closed).toBe(false);
  });
});
