import { existsSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import send from 'send';
import { contentTypeOf } from '#lib/content-types.ts';
import { headerList, headersOf } from '#lib/response-headers.ts';
import { readableEncodings } from './encoding.ts';
import { freshFile } from './fresh-file.ts';
import { findFile, readPath, type SiteFile } from './site-files.ts';

/** Answers what a server of Node was asked. */
export interface StaticSite {
  fetch(request: Request, environment: HttpBindings | Http2Bindings): Promise<Response>;
}

/**
 * The built site as an application: its files with the headers of the magazine's list, its old addresses, its own
 * « not found » page. Conditions and ranges are `send`'s.
 *
 * @param root the folder of the built site
 * @param base the path it is published under, « / » or « /magazine/ »
 */
export function staticSite(root: string, base = '/'): StaticSite {
  const folder = resolve(root);
  const list = headerList({ desk: existsSync(join(folder, 'redaction')) });
  const readMoves = freshFile(join(folder, '_redirects'), parseMoves);
  const start = base.endsWith('/') ? base : `${base}/`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return fail(response, 405);
    }
    const [address = '', query] = (request.url ?? '').split('?', 2);
    const path = readPath(address);
    if (path === null) return fail(response, 400);
    const moved = path === start.slice(0, -1) ? start : readMoves()?.get(`${path.replace(/\/$/u, '')}/`);
    if (moved !== undefined) return redirect(response, moved);
    if (!path.startsWith(start)) return missing(request, response);
    const local = path.slice(start.length - 1);
    const found = await findFile(folder, local, encodingsFor(request));
    if (found?.kind === 'folder')
      return redirect(response, `${address}/${query === undefined ? '' : `?${query}`}`);
    if (found === null) return missing(request, response);
    say(response, headersOf(list, local));
    sendFile(request, response, found.file);
  }

  async function missing(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = await findFile(
      folder,
      '/404.html',
      readableEncodings(request.headers['accept-encoding']?.toString()),
    );
    if (found?.kind !== 'file') return fail(response, 404);
    say(response, headersOf(list, null));
    response.statusCode = 404;
    sendFile(request, response, found.file);
  }

  function sendFile(request: IncomingMessage, response: ServerResponse, { path, encoding }: SiteFile): void {
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
        say(response, error.headers ?? {});
        fail(response, error.status ?? 500);
      })
      .pipe(response);
  }

  function redirect(response: ServerResponse, address: string): void {
    response.setHeader('Location', address);
    fail(response, 301);
  }

  function fail(response: ServerResponse, status: number): void {
    say(response, headersOf(list, null));
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.statusCode = status;
    response.end();
  }

  return {
    async fetch(_request, { incoming, outgoing }) {
      // HTTP/2 is for the server in front.
      if (!(incoming instanceof IncomingMessage && outgoing instanceof ServerResponse))
        return new Response(null, { status: 505 });
      await answer(incoming, outgoing);
      return RESPONSE_ALREADY_SENT;
    },
  };
}

/** Part of a file is a part of what it is, not of what it is sent as. */
function encodingsFor({ headers }: IncomingMessage) {
  return headers.range === undefined ? readableEncodings(headers['accept-encoding']?.toString()) : [];
}

function say(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** The lines of `_redirects`: `/old/ /new/ 301`. */
function parseMoves(text: string): Map<string, string> {
  return new Map(
    text
      .split('\n')
      .map((line) => line.split(' '))
      .flatMap(([from, to]) => (from && to ? [[`${from.replace(/\/$/u, '')}/`, to] as const] : [])),
  );
}
