import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networksOf } from './addresses.ts';

/** A browser opens half a dozen connections, but all readers of a school may share one address. */
const MAX_PER_ADDRESS = 256;

/**
 * Limits the open connections of each IP address. A new one above the limit closes the oldest one without a running
 * request: idle, or with headers that never end.
 */
export function limitConnections(server: Server, max = MAX_PER_ADDRESS): void {
  const open = new Map<string, Set<Socket>>();
  const running = new WeakMap<Socket, number>();
  const count = (socket: Socket, change: number) => running.set(socket, (running.get(socket) ?? 0) + change);

  server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  server.on('connection', (socket: Socket) => {
    const [network] = networksOf(socket.remoteAddress ?? '');
    const sockets = open.get(network) ?? new Set();
    open.set(network, sockets.add(socket));
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) open.delete(network);
    });
    if (sockets.size <= max) return;
    // This is the new connection when all others have a running request.
    const oldest = [...sockets].find((one) => !running.get(one));
    oldest?.destroy();
  });
}
