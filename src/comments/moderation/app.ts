import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { createAnnouncements } from '#comments/mail/announcements.ts';
import type { MailLinks } from '#comments/mail/links.ts';
import { describeError, type Log } from '#comments/log.ts';
import type { Publisher } from '#comments/publication/publisher.ts';
import { createBareApp } from '#comments/service/app.ts';
import { isSameOrigin } from '#comments/service/client.ts';
import { clientAddressOf } from '#server/client-address.ts';
import type { KnownArticles } from '#comments/service/known-articles.ts';
import type { PageContent } from '#comments/service/page-contents.ts';
import { createPageTemplate } from '#comments/service/page-template.ts';
import type { RateLimits } from '#comments/service/rate-limits.ts';
import type { Settings } from '#comments/settings.ts';
import type { Database } from '#comments/store/database/tables.ts';
import type { Keys } from '#comments/store/keys.ts';
import { strings } from '#strings/site.ts';
import { createPasskeys, type Site } from './access/passkeys.ts';
import { createSessions } from './access/sessions.ts';
import type { SignIn } from './access/sign-in.ts';
import { createActions } from './actions.ts';
import { addCommentRoutes } from './routes/comment-routes.ts';
import type { RoutesDependencies } from './routes/dependencies.ts';
import { frameOf } from './routes/frame.ts';
import { addPasskeyRoutes, addPasskeySignIn } from './routes/passkey-routes.ts';
import { addQueueRoutes } from './routes/queue-routes.ts';
import { addSignInRoutes } from './routes/sign-in-routes.ts';
import { addTeamRoutes } from './routes/team-routes.ts';
import { createSessionGate, isLocal, type SignedIn } from './session-gate.ts';
import { createViews } from './views.ts';

/** The largest request body, in bytes. */
const MAX_BODY = 64 * 1024;

const { refusals } = strings.moderationPages;

export interface ModerationDependencies {
  database: Database;
  keys: Keys;
  articles: KnownArticles;
  addresses: MailLinks;
  limits: RateLimits;
  publisher: Publisher;
  signIn: SignIn;
  /** Makes the mailer check the outbox now. */
  wakeMailer(): void;
  log: Log;
  now: () => Date;
}

/** Creates the moderation pages as a Hono application, under `settings.moderation`. */
export function createModerationApp(settings: Settings, dependencies: ModerationDependencies): Hono {
  const { moderation: mount, serviceOrigin, magazine, trustProxy } = settings;
  const { database, keys, articles, addresses, limits, publisher, signIn, wakeMailer, log, now } =
    dependencies;
  const render = createPageTemplate(settings, 'moderation/gabarit');
  const sessions = createSessions(database, keys.session, now);
  const gate = createSessionGate(sessions, mount, (context) => refuse(context, 'form'));
  const passkeys = createPasskeys(database, signIn.tokens, magazine, now);
  const announcements = createAnnouncements(addresses, keys, now);

  async function page(
    context: Context,
    { title, body }: PageContent,
    status: 200 | 400 | 403 | 404 | 413 | 429 | 503 = 200,
  ): Promise<Response> {
    const { html: text, policy } = await render(title, body);
    context.header('Content-Security-Policy', policy);
    context.header('X-Robots-Tag', 'noindex');
    return context.html(text, status);
  }

  const STATUS = { form: 403, role: 403, absent: 404, large: 413, storage: 503 } as const;
  function refuse(context: Context, reason: keyof typeof STATUS): Promise<Response> {
    const { title } = refusals;
    const body = html`<h1 class="page-title">${title}</h1>
      <p>${refusals[reason]}</p>
      <p><a href="${mount}">${strings.moderationPages.comment.back}</a></p>`;
    return page(context, { title, body }, STATUS[reason]);
  }

  const siteOf = (context: Context): Site => {
    const host = context.req.header('host') ?? '';
    const origin = isLocal(host) ? `http://${host}` : serviceOrigin;
    return { origin, host: new URL(origin).hostname };
  };

  // Other sites may not read these pages. If the service has its own host, the magazine may not either.
  const app = createBareApp({ external: false, siteOrigin: serviceOrigin });
  app.use(bodyLimit({ maxSize: MAX_BODY, onError: (context) => refuse(context, 'large') }));
  app.use(async (context, next) => {
    const { method, raw } = context.req;
    if (method === 'GET' || method === 'HEAD') return next();
    if (method !== 'POST' || !isSameOrigin(raw.headers, { siteOrigin: serviceOrigin }))
      return refuse(context, 'form');
    return next();
  });

  const shared = { mount, signIn, gate, page, wakeMailer, passkeys, siteOf };
  const open = {
    ...shared,
    allows: (context: Context) => limits.allowsRequest(clientAddressOf(context, trustProxy)),
    onError: (error: unknown) => log('fault', describeError(error)),
  };
  addSignInRoutes(app, open);
  addPasskeySignIn(app, open);

  const signedIn = app as unknown as Hono<SignedIn>;
  signedIn.use(gate.gate);
  const routes: RoutesDependencies = {
    ...shared,
    database,
    articles,
    sessions,
    views: createViews(database, articles, publisher),
    actions: createActions({ database, announcements, publisher, magazine, now }),
    now,
    refuse,
    frame: (context) => frameOf(context, { database, sessions, mount }),
    async names() {
      const rows = await database.selectFrom('moderators').select(['id', 'name']).execute();
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
  };
  addQueueRoutes(signedIn, routes);
  addCommentRoutes(signedIn, routes);
  addTeamRoutes(signedIn, routes);
  addPasskeyRoutes(signedIn, shared);

  app.notFound((context) => refuse(context, 'absent'));
  app.onError((error, context) => {
    log('fault', describeError(error));
    return refuse(context, 'storage');
  });
  return app;
}
