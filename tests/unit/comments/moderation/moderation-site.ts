import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMailLinks } from '#comments/mail/links.ts';
import type { Message } from '#comments/mail/message.ts';
import { createSignIn, type SignIn } from '#comments/moderation/access/sign-in.ts';
import { createModerationApp } from '#comments/moderation/app.ts';
import type { PublisherState } from '#comments/publication/publisher.ts';
import { createKnownArticles } from '#comments/service/known-articles.ts';
import { readSettings, type Settings } from '#comments/settings.ts';
import { type DatabaseLocation, openDatabase } from '#comments/store/database/open.ts';
import type { Database, Role } from '#comments/store/database/tables.ts';
import { hashEmail } from '#comments/store/hashes.ts';
import { deriveKeys, type Keys } from '#comments/store/keys.ts';
import { addPendingComment, type NewComment } from '#comments/store/queries/submissions.ts';

export const ARTICLE = 'un-article';
const ORIGIN = 'https://example.org';
const MOUNT = '/moderation/';

/** The browser of one moderator. It stores the cookie, and follows no redirect. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form with the token of the last page. */
  post(path: string, fields: [string, string][], headers?: Record<string, string>): Promise<Response>;
  cookie: string;
  /** Returns the text of a page, without its elements and with plain spaces. */
  text(path: string): Promise<string>;
}

/** The pages of moderators, in this process, with a store and a test clock, and without network access. */
export interface ModerationSite {
  database: Database;
  settings: Settings;
  keys: Keys;
  signIn: SignIn;
  /** The time of the test clock, in milliseconds. */
  time: number;
  publication: { state: PublisherState; requests: number };
  /** Sets the comments that the last build published. */
  publish(ids: readonly string[]): void;
  browser(): Browser;
  /** Creates a moderator and signs them in by a link. */
  signedIn(name: string, role?: Role): Promise<Browser>;
  add(number: number, more?: Partial<NewComment>): Promise<string>;
  /** Returns the queued messages. */
  messages(): Promise<Message[]>;
  close(): Promise<void>;
}

export const idOf = (number: number) => `2026-12-01-${String(number).padStart(8, '0')}`;

/** The first link of a message. */
export function linkOf(message: Message | undefined): URL {
  const part = message?.parts.find((one) => typeof one === 'object' && 'link' in one);
  return new URL(typeof part === 'object' && 'link' in part ? part.link : '');
}

export const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&#39;/gu, "'")
    .replace(/[\s\u00A0\u202F]+/gu, ' ');

export async function startModeration(location?: DatabaseLocation): Promise<ModerationSite> {
  const root = mkdtempSync(join(tmpdir(), 'moderation-'));
  const database = await openDatabase(location ?? { file: join(root, 'comments.sqlite') });
  const keys = deriveKeys('a secret for tests, of forty characters or so.');
  const settings = {
    ...readSettings('tests/fixtures', { SITE_ADDRESS: ORIGIN }),
    siteFolder: join(root, 'dist'),
    publication: { kind: 'manual' } as const,
  };
  const articles = createKnownArticles(settings);
  const addresses = createMailLinks(settings, articles);
  // The clock advances by a millisecond at each reading.
  const now = () => new Date((site.time += 1));
  const signIn = createSignIn({ database, addresses, magazine: 'Innovations', now });
  const publication = { state: 'running' as PublisherState, requests: 0 };
  const limits = { allowsRequest: () => Promise.resolve(true), allowsComment: () => Promise.resolve(true) };
  const app = createModerationApp(settings, {
    ...{ database, keys, articles, addresses, limits, signIn, now },
    publisher: {
      state: () => publication.state,
      lastRequest: () => 0,
      stop: () => undefined,
      request: () => void (publication.requests += 1),
    },
    wakeMailer: () => undefined,
    log: () => undefined,
  });
  let writes = 0;

  function createBrowser(): Browser {
    let token = '';
    const request = async (path: string, init: RequestInit & { headers: Record<string, string> }) => {
      const response = await app.request(
        path.startsWith('/') ? path : `${MOUNT}${path}`,
        { ...init, headers: { host: 'example.org', cookie: browser.cookie, ...init.headers } },
        { incoming: { socket: { remoteAddress: '10.0.0.1' } } },
      );
      const set = response.headers.getSetCookie()[0];
      if (set !== undefined) browser.cookie = set.split(';', 1)[0] ?? '';
      const html = await response.clone().text();
      token = /name="jeton" value="([^"]*)"/u.exec(html)?.[1] ?? token;
      return response;
    };
    const browser: Browser = {
      cookie: '',
      get: (path, headers = {}) => request(path, { headers }),
      post: (path, fields, headers = {}) =>
        request(path, {
          method: 'POST',
          headers: {
            origin: ORIGIN,
            'content-type': 'application/x-www-form-urlencoded',
            ...headers,
          },
          body: new URLSearchParams([
            ...fields,
            ...(fields.some(([name]) => name === 'jeton') ? [] : [['jeton', token]]),
          ]).toString(),
        }),
      text: async (path) => textOf(await (await browser.get(path)).text()),
    };
    return browser;
  }

  const site: ModerationSite = {
    ...{ database, settings, keys, signIn, publication },
    time: Date.parse('2026-12-01T09:00:00Z'),
    publish(ids) {
      writes += 1;
      mkdirSync(join(root, 'dist/commentaires'), { recursive: true });
      const article = { title: 'Un article', href: `/articles/${ARTICLE}/`, comments: ids };
      // The size grows at each write, because readers of this file detect a change by its size or its time.
      writeFileSync(
        join(root, 'dist/commentaires/articles.json'),
        JSON.stringify({ [ARTICLE]: article }) + ' '.repeat(writes),
      );
    },
    browser: createBrowser,
    async signedIn(name, role = 'moderator') {
      const moderator = await signIn.moderators.add({
        name,
        email: `${name}@example.org`.toLowerCase(),
        role,
      });
      const browser = createBrowser();
      const jeton = await signIn.tokens.issue('sign-in', moderator?.id ?? '');
      await browser.post('connexion/lien/', [['jeton', jeton]]);
      await browser.get('');
      return browser;
    },
    async add(number, more = {}) {
      const id = idOf(number);
      const email = more.email;
      await addPendingComment(
        database,
        {
          id,
          article: ARTICLE,
          name: `Lecteur ${number}`,
          text: `Texte ${number}`,
          emailHash: email && hashEmail(keys, email),
          date: new Date(site.time + number),
          ...more,
        },
        { nonce: `nonce ${number}`, expiresAt: new Date(site.time + 60_000) },
      );
      return id;
    },
    async messages() {
      const rows = await database.selectFrom('outbox').select('message').orderBy('created_at').execute();
      return rows.map(({ message }) => JSON.parse(message) as Message);
    },
    async close() {
      await database.destroy();
      rmSync(root, { recursive: true, force: true });
    },
  };
  site.publish([]);
  return site;
}
