import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networksOf } from './addresses.ts';

/** A browser holds half a dozen, and a school behind one address asks for little at the same instant. */
export const MOST_PER_ADDRESS = 256;

/**
 * Bounds the connections that one address holds. Who opens another loses the oldest of those on which no whole
 * request has come: kept for later, or half a header that never ends. Requests under way are left alone.
 */
export function boundConnections(server: Server, most = MOST_PER_ADDRESS): void {
  const held = new Map<string, Set<Socket>>();
  const answering = new WeakMap<Socket, number>();
  const count = (socket: Socket, change: number) =>
    answering.set(socket, (answering.get(socket) ?? 0) + change);

  server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  server.on('connection', (socket: Socket) => {
    const [network] = networksOf(socket.remoteAddress ?? '');
    const sockets = held.get(network) ?? new Set();
    held.set(network, sockets.add(socket));
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) held.delete(network);
    });
    if (sockets.size <= most) return;
    // The newest, which is the last, has no request either: it goes when all others are at work.
    const oldest = [...sockets].find((one) => !answering.get(one));
    oldest?.destroy();
  });
}
