import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { strings } from '#strings.ts';

type Answer = Parameters<typeof serve>[0]['fetch'];

/** A request that takes longer to arrive is cut: 64 kB on a slow phone take a few seconds. */
const MOST_ARRIVAL = 15_000;
const MOST_HEADERS = 10_000;
/** A reader who takes nothing of an answer for so long has left. */
const MOST_SILENCE = 15_000;
/** A browser holds half a dozen; who comes beyond makes room by closing what is idle. */
const MOST_CONNECTIONS = 4_000;
/** How long answers under way may take once the process is told to stop. */
const LAST_ANSWERS = 10_000;

/**
 * Serves until told to stop (SIGINT, SIGTERM), then lets the answers under way finish.
 *
 * @param port 0 for any that is free
 * @param onReady is given the port
 */
export function listen(answer: Answer, port: number, onReady: (port: number) => void): void {
  const server = serve(
    {
      fetch: answer,
      port,
      serverOptions: {
        requestTimeout: MOST_ARRIVAL,
        headersTimeout: MOST_HEADERS,
        connectionsCheckingInterval: 1_000,
      },
    },
    ({ port: given }: AddressInfo) => onReady(given),
  );

  if ('maxRequestsPerSocket' in server) {
    server.timeout = MOST_SILENCE;
    server.maxConnections = MOST_CONNECTIONS;
    server.on('drop', () => server.closeIdleConnections());
  }
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(strings.intake.start.portTaken(port));
    process.exit(1);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(server));
}

function stop(server: ServerType): void {
  server.close(() => process.exit(0));
  if (!('closeIdleConnections' in server)) return;
  // Browsers keep idle connections open; requests under way are let finish, then theirs are idle too.
  setInterval(() => server.closeIdleConnections(), 100).unref();
  setTimeout(() => server.closeAllConnections(), LAST_ANSWERS).unref();
}
