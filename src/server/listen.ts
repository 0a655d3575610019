import type { AddressInfo } from 'node:net';
import { IncomingMessage } from 'node:http';
import { type ServerType, serve } from '@hono/node-server';
import { strings } from '#strings/site.ts';
import { limitConnections } from './connections.ts';

type Fetch = Parameters<typeof serve>[0]['fetch'];

// All in milliseconds.
/** The longest time to receive a request: a slow phone takes a few seconds to send 64 kB. */
const REQUEST_TIMEOUT = 15_000;
const HEADERS_TIMEOUT = 10_000;
/** A connection without traffic for this long is closed. */
const IDLE_TIMEOUT = 15_000;
/** How long running responses may take after a stop signal. */
const SHUTDOWN_TIMEOUT = 10_000;

/** At this limit, a new connection is refused and idle connections are closed. */
const MAX_CONNECTIONS = 4_000;

export interface ListenOptions {
  host: string;
  /** 0 for any free port. */
  port: number;
  /** Whether all connections come from a reverse proxy. */
  trustProxy: boolean;
}

/**
 * Serves until SIGINT or SIGTERM, then waits for running responses.
 *
 * @param onReady called with the port once the server listens
 */
export function listen(fetch: Fetch, options: ListenOptions, onReady: (port: number) => void): void {
  const server = startServer(fetch, options, onReady);
  server.on('error', (error: NodeJS.ErrnoException) => {
    const message = listenError(error.code, options);
    if (message === null) throw error;
    console.error(message);
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(server));
}

/** Starts an HTTP server with time and connection limits, which runs until it is closed. */
export function startServer(
  fetch: Fetch,
  { host, port, trustProxy }: ListenOptions,
  onReady: (port: number) => void,
): ServerType {
  const server = serve(
    {
      fetch: (request, environment) =>
        hasOneHost(environment.incoming) ? fetch(request, environment) : new Response(null, { status: 400 }),
      hostname: host,
      port,
      serverOptions: {
        requestTimeout: REQUEST_TIMEOUT,
        headersTimeout: HEADERS_TIMEOUT,
        connectionsCheckingInterval: 1_000,
      },
    },
    ({ port: given }: AddressInfo) => onReady(given),
  );
  if ('maxRequestsPerSocket' in server) {
    server.prependListener('request', (incoming) => {
      incoming.url = originForm(incoming.url ?? '');
    });
    server.timeout = IDLE_TIMEOUT;
    server.maxConnections = MAX_CONNECTIONS;
    server.on('drop', () => server.closeIdleConnections());
    // A proxy limits its readers itself, and needs one connection for each running request.
    if (!trustProxy) limitConnections(server);
  }
  return server;
}

/** The path and query of a request target, which may also be an absolute URL (RFC 9112, 3.2.2). */
function originForm(target: string): string {
  const local = target.replace(/^https?:\/\/[^/?#]*/iu, '');
  return local === target || local.startsWith('/') ? local : `/${local}`;
}

/** Whether a request has at most one Host header: proxies may disagree on which one counts (RFC 9112, 3.2). */
function hasOneHost(incoming: unknown): boolean {
  if (!(incoming instanceof IncomingMessage)) return true;
  return incoming.rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === 'host').length < 2;
}

/** A French error message, or `null` when the operator cannot fix the error by other settings. */
function listenError(code: string | undefined, { host, port }: ListenOptions): string | null {
  const { portTaken, badHost, portForbidden } = strings.submissions.start;
  if (code === 'EADDRINUSE') return portTaken(port);
  if (code === 'EACCES') return portForbidden(port);
  return code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' ? badHost(host) : null;
}

function stop(server: ServerType): void {
  server.close(() => process.exit(0));
  if (!('closeIdleConnections' in server)) return;
  // Browsers keep idle connections open, and connections with a running request become idle later.
  setInterval(() => server.closeIdleConnections(), 100).unref();
  setTimeout(() => server.closeAllConnections(), SHUTDOWN_TIMEOUT).unref();
}
