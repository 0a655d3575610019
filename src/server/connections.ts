import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networksOf } from './addresses.ts';

/** A browser opens about six connections, but all readers of a school may share one address. */
const MAX_PER_ADDRESS = 256;

/**
 * Limits the open connections of each IP address. Above the limit, a new connection closes the oldest one that has no
 * running request: it is idle, or has not sent complete headers.
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
    // The new connection has no request yet, so it is closed itself when all others have a running one.
    const oldestIdle = [...sockets].find((one) => !running.get(one));
    oldestIdle?.destroy();
  });
}
