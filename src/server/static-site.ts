import { existsSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import send from 'send';
import { contentTypeOf } from '#lib/content-types.ts';
import { headerList, headersOf } from '#lib/response-headers.ts';
import { freshFile } from './fresh-file.ts';
import { acceptedEncodings, findFile, readPath, type ServedFile } from './site-files.ts';

/** A request handler for the Node server of Hono. */
export interface NodeApp {
  fetch(request: Request, environment: HttpBindings | Http2Bindings): Response | Promise<Response>;
}

/**
 * Serves the files of the built site with their headers, its redirects and its 404 page. The package `send` handles
 * conditional and range requests.
 *
 * @param root the folder of the built site
 * @param base the base path, « / » or « /magazine/ »
 */
export function staticSite(root: string, base = '/'): NodeApp {
  const folder = resolve(root);
  const list = headerList({ cms: existsSync(join(folder, 'redaction')) });
  const readRedirects = freshFile(join(folder, '_redirects'), parseRedirects);
  const start = base.endsWith('/') ? base : `${base}/`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return fail(response, 405);
    }
    const [address = '', query] = (request.url ?? '').split('?', 2);
    const path = readPath(address);
    if (path === null) return fail(response, 400);
    const target = path === start.slice(0, -1) ? start : readRedirects()?.get(`${path.replace(/\/$/u, '')}/`);
    if (target !== undefined) return redirect(response, target);
    if (!path.startsWith(start)) return notFound(request, response);
    const local = path.slice(start.length - 1);
    // A range refers to the bytes of the file, not to those of a compressed copy.
    const encodings = request.headers.range === undefined ? encodingsOf(request) : [];
    const found = await findFile(folder, local, encodings);
    if (found?.kind === 'folder')
      return redirect(response, `${address}/${query === undefined ? '' : `?${query}`}`);
    if (found === null) return notFound(request, response);
    setHeaders(response, headersOf(list, local));
    sendFile(request, response, found.file);
  }

  async function notFound(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = await findFile(folder, '/404.html', encodingsOf(request));
    if (found?.kind !== 'file') return fail(response, 404);
    setHeaders(response, headersOf(list, null));
    response.statusCode = 404;
    sendFile(request, response, found.file);
  }

  function sendFile(
    request: IncomingMessage,
    response: ServerResponse,
    { path, encoding }: ServedFile,
  ): void {
    response.setHeader('Content-Type', contentTypeOf(path));
    response.setHeader('Vary', 'Accept-Encoding');
    if (encoding) response.setHeader('Content-Encoding', encoding.name);
    send(request, encodeURI(path) + (encoding?.suffix ?? ''), {
      root: folder,
      dotfiles: 'allow',
      index: false,
      cacheControl: false,
      acceptRanges: response.statusCode === 200,
    })
      .on('error', (error: Error & { status?: number; headers?: Record<string, string> }) => {
        response.removeHeader('Content-Encoding');
        setHeaders(response, error.headers ?? {});
        fail(response, error.status ?? 500);
      })
      .pipe(response);
  }

  function redirect(response: ServerResponse, address: string): void {
    response.setHeader('Location', address);
    fail(response, 301);
  }

  function fail(response: ServerResponse, status: number): void {
    setHeaders(response, headersOf(list, null));
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.statusCode = status;
    response.end();
  }

  return {
    async fetch(_request, { incoming, outgoing }) {
      // This server only speaks HTTP/1: HTTP/2 is the task of a reverse proxy.
      if (!(incoming instanceof IncomingMessage && outgoing instanceof ServerResponse))
        return new Response(null, { status: 505 });
      await answer(incoming, outgoing);
      return RESPONSE_ALREADY_SENT;
    },
  };
}

/**
 * Adds a service to a site.
 *
 * @param path the base path of the service, with its last slash
 */
export function mountService(site: NodeApp, path: string, service: NodeApp): NodeApp {
  return {
    fetch(request, environment) {
      const [address = ''] = (environment.incoming.url ?? '').split('?', 1);
      const app = readPath(address)?.startsWith(path) ? service : site;
      return app.fetch(request, environment);
    },
  };
}

function encodingsOf({ headers }: IncomingMessage) {
  return acceptedEncodings(headers['accept-encoding']?.toString());
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** Parses `_redirects`, whose lines are like `/old/ /new/ 301`: new addresses by old ones. */
function parseRedirects(text: string): Map<string, string> {
  return new Map(
    text
      .split('\n')
      .map((line) => line.split(' '))
      .flatMap(([from, to]) => (from && to ? [[`${from.replace(/\/$/u, '')}/`, to] as const] : [])),
  );
}
