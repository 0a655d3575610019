import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveKeys } from '#comments/store/keys.ts';
import { listReports } from '#comments/store/queries/reports.ts';
import { countComments } from '#comments/store/queries/comments.ts';
import { openCommentStore } from '#comments/store/store.ts';
import { createService } from '#comments/service/service.ts';
import { readSettings } from '#comments/settings.ts';
import { type Purpose, signToken } from '#comments/service/token.ts';
import { startServer } from '#server/listen.ts';
import { mountService, staticSite } from '#server/static-site.ts';

export const ARTICLE = 'un-article';
export const PUBLISHED = '2026-11-20-0a1b2c3d';
const SECRET = 'a secret for tests, of forty characters or so.';

/** The site and the comment service, in this process and on their own port, as if behind a proxy. */
export interface RunningSite {
  root: string;
  /**
   * Sends these bytes.
   *
   * @returns everything that is received until the connection ends
   */
  send(text: string): Promise<string>;
  /** The number of pending comments and reports. */
  waiting(): Promise<number>;
  stop(): Promise<void>;
}

export async function startSite(environment: Record<string, string> = {}): Promise<RunningSite> {
  const root = mkdtempSync(join(tmpdir(), 'attacked-'));
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  mkdirSync(join(root, 'content'));
  cpSync('tests/fixtures/content/site.yaml', join(root, 'content/site.yaml'));
  const articles = {
    [ARTICLE]: { title: 'Un article', href: `/articles/${ARTICLE}/`, comments: [PUBLISHED] },
  };
  write('dist/commentaires/articles.json', JSON.stringify(articles));
  write('dist/commentaires/gabarit/index.html', '<title>{{titre}}</title><div id="reponse"></div>');
  write('dist/index.html', 'accueil');
  write('dist/404.html', 'introuvable');
  write('dist/robots.txt', 'User-agent: *');
  write('dist/.env', 'KEY=secret');
  write('dist/_headers', 'secret');
  write('secret.txt', 'secret');

  const settings = readSettings(root, { PORT: '0', TRUST_PROXY: '1', ...environment });
  const service = await createService(settings, { COMMENTS_SECRET: SECRET });
  const site = mountService(staticSite(settings.siteFolder), settings.mount ?? '', service);
  const server = startServer(site.fetch, settings, () => undefined) as Server;
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const store = openCommentStore(settings, {});
  return {
    root,
    async waiting() {
      const db = await store.db();
      const { items } = await listReports(db, { state: 'pending' }, { size: 1000 });
      return items.length + (await countComments(db, { state: 'pending' }, 1000));
    },
    async send(text) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(text, 'latin1');
      let answer = '';
      for await (const part of socket) answer += String(part);
      return answer;
    },
    async stop() {
      await store.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      rmSync(root, { recursive: true, force: true });
    },
  };
}

let readers = 0;
/** Returns the text of a browser's request, from a new reader each time. */
export function requestOf(
  line: string,
  { body = '', host = 'localhost', ...headers }: Record<string, string | undefined> = {},
): string {
  readers += 1;
  const said = Object.entries({
    Host: host,
    Connection: 'close',
    'X-Forwarded-For': `10.0.${readers >> 8}.${readers & 255}`,
    ...(body !== '' && { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  return `${line}\r\n${said.join('\r\n')}\r\n\r\n${Buffer.from(body).toString('latin1')}`;
}

/** Returns the text of a browser's GET request. */
export const get = (path: string, headers: Record<string, string> = {}) =>
  requestOf(`GET ${path} HTTP/1.1`, headers);

/** The status of a response; '' when the connection was closed without one. */
export const statusOf = (answer: string) =>
  answer === '' ? '' : Number(/^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1]);

const OWN = { Origin: 'http://localhost' };

/** Returns the request of a form, sent from a page of the magazine or with other headers. */
export function form(
  fields: Record<string, string>,
  headers: Record<string, string> = OWN,
  path = '',
): string {
  const body = new URLSearchParams({ article: ARTICLE, name: 'Ada', text: 'Bonjour.', ...fields }).toString();
  return requestOf(`POST /commentaires/${path} HTTP/1.1`, {
    ...headers,
    'Content-Type': 'application/x-www-form-urlencoded',
    body,
  });
}

/** Returns the request that the page's script sends. */
export function json(fields: object, headers: Record<string, string> = OWN): string {
  return data(
    JSON.stringify({ article: ARTICLE, name: 'Ada', text: 'Bonjour.', ...fields }),
    'application/json',
    headers,
  );
}

/** Returns a request with any body, of any type. */
export function data(body: string, type: string, headers: Record<string, string> = OWN): string {
  return requestOf('POST /commentaires/ HTTP/1.1', { ...headers, 'Content-Type': type, body });
}

export const keys = deriveKeys(SECRET);
let nonces = 0;
/** Returns a new signed token of this age, in milliseconds. */
export const tokenOf = ({
  age = 10_000,
  purpose = 'comment' as Purpose,
  article = ARTICLE,
  by = keys,
} = {}) => {
  nonces += 1;
  return signToken(by, { purpose, article, issuedAt: Date.now() - age, nonce: `aa${nonces}` });
};
