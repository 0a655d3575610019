import type { AddressInfo } from 'node:net';
import { IncomingMessage } from 'node:http';
import { type ServerType, serve } from '@hono/node-server';
import { strings } from '#strings/site.ts';
import type { Settings } from '#comments/settings.ts';
import { boundConnections } from './connections.ts';

type Answer = Parameters<typeof serve>[0]['fetch'];

/** A request that takes longer to arrive is cut: 64 kB on a slow phone take a few seconds. */
const MOST_ARRIVAL = 15_000;
const MOST_HEADERS = 10_000;
/** A reader who takes nothing of an answer for so long has left. */
const MOST_SILENCE = 15_000;
/** Who comes beyond makes room by closing what is idle. */
const MOST_CONNECTIONS = 4_000;
/** How long answers under way may take once the process is told to stop. */
const LAST_ANSWERS = 10_000;

/** Where to listen, and whether all connections come from a server in front. */
export type Place = Pick<Settings, 'host' | 'port' | 'trustProxy'>;

/**
 * Serves until told to stop (SIGINT, SIGTERM), then lets the answers under way finish.
 *
 * @param place port 0 for any that is free
 * @param onReady is given the port
 */
export function listen(answer: Answer, place: Place, onReady: (port: number) => void): void {
  const server = startServer(answer, place, onReady);
  server.on('error', (error: NodeJS.ErrnoException) => {
    const said = listenFault(error.code, place);
    if (said === null) throw error;
    console.error(said);
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(server));
}

/** A server of HTTP with its bounds, which runs until it is closed. */
export function startServer(
  answer: Answer,
  { host, port, trustProxy }: Place,
  onReady: (port: number) => void,
): ServerType {
  const server = serve(
    {
      fetch: (request, environment) =>
        namesOneHost(environment.incoming)
          ? answer(request, environment)
          : new Response(null, { status: 400 }),
      hostname: host,
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
    server.prependListener('request', (incoming) => {
      incoming.url = localAddress(incoming.url ?? '');
    });
    server.timeout = MOST_SILENCE;
    server.maxConnections = MOST_CONNECTIONS;
    server.on('drop', () => server.closeIdleConnections());
    // A server in front bounds its readers itself, and opens as many connections as it has requests.
    if (!trustProxy) boundConnections(server);
  }
  return server;
}

/** The path and query of what a request asks for, be it a whole address, as to a proxy (RFC 9112, 3.2.2). */
function localAddress(target: string): string {
  const local = target.replace(/^https?:\/\/[^/?#]*/iu, '');
  return local === target || local.startsWith('/') ? local : `/${local}`;
}

/** Two hosts in one request could be read as two sites by those it passes through (RFC 9112, 3.2). */
function namesOneHost(incoming: unknown): boolean {
  if (!(incoming instanceof IncomingMessage)) return true;
  return incoming.rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === 'host').length < 2;
}

/** What to tell who runs it, in French, or `null` for what no setting mends. */
function listenFault(code: string | undefined, { host, port }: Place): string | null {
  const { portTaken, badHost, portForbidden } = strings.intake.start;
  if (code === 'EADDRINUSE') return portTaken(port);
  if (code === 'EACCES') return portForbidden(port);
  return code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' ? badHost(host) : null;
}

function stop(server: ServerType): void {
  server.close(() => process.exit(0));
  if (!('closeIdleConnections' in server)) return;
  // Browsers keep idle connections open; requests under way are let finish, then theirs are idle too.
  setInterval(() => server.closeIdleConnections(), 100).unref();
  setTimeout(() => server.closeAllConnections(), LAST_ANSWERS).unref();
}
