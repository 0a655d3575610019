import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { strings } from '#strings/site.ts';
import { describeError } from '#comments/log.ts';
import type { Settings } from '#comments/settings.ts';
import { clientAddressOf } from '#server/client-address.ts';
import { readPath } from '#server/site-files.ts';
import { checkWritable } from '#comments/store/maintenance.ts';
import { isErasureSignature } from '#comments/store/signatures.ts';
import { type Body, type Fields, readRequestBody } from './body.ts';
import { clientKindOf, isSameOrigin } from './client.ts';
import { createConcurrencyLimiter } from '#server/concurrency-limiter.ts';
import { type Outcome, type Refusal, refuse, STATUS } from './outcome.ts';
import { addErasureRoutes, erasureParameters, erasurePath } from './erasure.ts';
import { addFollowRoutes } from './follow.ts';
import { addExportRoute } from './export.ts';
import { type FormState, replyPage, reportPage, reviewPage, thanksPage } from './page-contents.ts';
import { issueChallenge } from './proof-of-work.ts';
import { createResponses } from './responses.ts';
import { createSubmissionHandlers, isPublished, type ServiceDependencies } from './submissions.ts';
import { issueToken, type Purpose, readToken } from './token.ts';

/** The maximum number of bodies that are read at the same time. Together they take at most 64 MB. */
const MAX_BODIES = 1_000;
/** The maximum number of submissions that are handled at the same time, and of those that wait. */
const MAX_RUNNING = 16;
const MAX_QUEUED = 1_000;

/** Settings of a magazine whose comments are open. */
type OpenSettings = Settings & { mount: string };

/** Creates the comment service as a Hono application, under `settings.mount`. */
export function createServiceApp(settings: OpenSettings, dependencies: ServiceDependencies): Hono {
  const { mount, trustProxy } = settings;
  const { articles, keys, limits, log, store } = dependencies;
  const home = homeOf(settings);
  const respond = createResponses(settings, home);
  const handlers = createSubmissionHandlers(dependencies);
  const bodies = createConcurrencyLimiter(MAX_BODIES, 0);
  const tasks = createConcurrencyLimiter(MAX_RUNNING, MAX_QUEUED);
  const app = createBareApp(settings);

  const refused = (context: Context, reason: Refusal, client = clientKindOf(context.req.raw)) => {
    log('refused', { reason });
    return client === 'script' ? respond.json(context, reason) : respond.message(context, reason);
  };

  app.get(`${mount}sante`, async (context) => {
    try {
      await checkWritable(await store.db());
      return context.json({ status: 'ok' });
    } catch (error) {
      log('storage-fault', describeError(error));
      return context.json({ status: 'storage' }, 503);
    }
  });

  // The address of the review page only accepts a POST, but readers may reload or share it.
  app.get(mount, (context) => context.redirect(home, 303));

  app.get(`${mount}defi/`, async (context) => {
    const article = context.req.query('article') ?? '';
    if (!articles.get(article)) {
      return respond.json(context, 'fields', { article: strings.submissions.faults.article });
    }
    if (!(await limits.allowsRequest(clientAddressOf(context, trustProxy))))
      return refused(context, 'tooMany', 'script');
    const token = issueToken(keys, 'comment', article, Date.now());
    const read = readToken(keys, token, 'comment', article);
    return context.json({ token, challenge: read && (await issueChallenge(keys, read)) });
  });

  app.get(`${mount}merci/`, (context) => {
    const purpose = context.req.query('signalement') === undefined ? 'comment' : 'report';
    const { article, commentaire: comment = '', cle: signature = '' } = context.req.query();
    const isOwn = isErasureSignature(keys, comment, signature);
    const erasure = isOwn ? erasurePath(mount, keys, comment) : null;
    return respond.page(context, 200, thanksPage(purpose, articles.get(article), home, erasure));
  });

  app.get(`${mount}repondre/`, (context) => {
    const { article, commentaire: comment } = context.req.query();
    if (!isPublished(articles, { article, comment })) return refused(context, 'absent', 'form');
    return respond.page(context, 200, replyPage(emptyForm({ article, replyTo: comment }, mount)));
  });

  app.get(`${mount}signaler/`, (context) => {
    const { article, commentaire: comment } = context.req.query();
    if (!isPublished(articles, { article, comment })) return refused(context, 'absent', 'form');
    const state = emptyForm({ article, comment }, `${mount}signaler/`);
    return respond.page(context, 200, reportPage({ ...state, token: newToken('report', article) }));
  });

  app.post(mount, (context) => receive(context, 'comment'));
  app.post(`${mount}signaler/`, (context) => receive(context, 'report'));

  addErasureRoutes(app, { settings, store, keys, limits, respond, refused, home });
  addFollowRoutes(app, { settings, store, keys, limits, respond, refused, home });
  addExportRoute(app, settings, store);

  app.notFound((context) => refused(context, 'absent'));
  app.onError((error, context) => {
    log('fault', describeError(error));
    return refused(context, 'storage');
  });

  async function receive(context: Context, purpose: Purpose): Promise<Response> {
    const body = await bodies.run(() => readRequestBody(context.req.raw));
    if (!body) return refused(context, 'busy');
    if (!body.fields) return refused(context, body.error);
    const outcome = await handle(context, purpose, body);
    if (outcome.kind === 'refused') log('refused', { reason: outcome.reason });
    return clientKindOf(context.req.raw) === 'script'
      ? respondToScript(context, outcome)
      : respondToForm(context, purpose, body.fields, outcome);
  }

  async function handle(
    context: Context,
    purpose: Purpose,
    body: Extract<Body, { fields: Fields }>,
  ): Promise<Outcome> {
    const address = clientAddressOf(context, trustProxy);
    if (!isSameOrigin(context.req.raw.headers, settings)) return refuse('origin');
    if (!(await limits.allowsRequest(address))) return refuse('tooMany');
    if (body.error) return refuse(body.error);
    const { fields, proof } = body;
    const submission = { client: clientKindOf(context.req.raw), fields, proof, address };
    return (await tasks.run(() => handlers[purpose](submission))) ?? refuse('busy');
  }

  function respondToScript(context: Context, outcome: Outcome): Response {
    if (outcome.kind === 'stored')
      return context.json({ id: outcome.id, erasure: erasurePath(mount, keys, outcome.id) }, 201);
    if (outcome.kind === 'review') return respond.json(context, 'token');
    const { reason, errors } = outcome;
    return respond.json(context, reason, STATUS[reason] === 400 ? errors : undefined);
  }

  function respondToForm(context: Context, purpose: Purpose, fields: Fields, outcome: Outcome) {
    if (outcome.kind === 'stored') {
      const article = (articles.get(fields.article) && fields.article) ?? '';
      if (purpose === 'report')
        return context.redirect(`${mount}merci/?${new URLSearchParams({ article, signalement: '1' })}`, 303);
      const query = new URLSearchParams({ article, ...erasureParameters(keys, outcome.id) });
      return context.redirect(`${mount}merci/?${query}`, 303);
    }
    const reason = outcome.kind === 'refused' ? outcome.reason : null;
    const [page, action] =
      purpose === 'report' ? [reportPage, `${mount}signaler/`] : ([reviewPage, mount] as const);
    const state: FormState = {
      ...emptyForm(fields, action),
      // A comment from a page of another site must be reviewed on this one before it can be sent: its form has no
      // token.
      token: reason === 'origin' && purpose === 'comment' ? undefined : nextToken(purpose, fields, reason),
      refusal: reason && strings.submissions.refusals[reason],
      errors: outcome.kind === 'refused' ? outcome.errors : {},
    };
    return respond.page(context, reason ? STATUS[reason] : 200, page(state));
  }

  /** Reuses a token that is still valid, so that its minimum age does not start again. */
  function nextToken(purpose: Purpose, { token, article = '' }: Fields, reason: Refusal | null) {
    const isSpent = reason === null || reason === 'token' || reason === 'replayed';
    const isValid = !isSpent && token !== undefined && readToken(keys, token, purpose, article);
    return isValid ? token : newToken(purpose, article);
  }

  function newToken(purpose: Purpose, article = ''): string | undefined {
    return articles.get(article) ? issueToken(keys, purpose, article, Date.now()) : undefined;
  }

  function emptyForm(fields: Fields, action: string): FormState {
    const article = articles.get(fields.article);
    return { action, fields, article, token: undefined, refusal: null, errors: {} };
  }

  return app;
}

/** Creates the application that responds while the database cannot be opened: it refuses all submissions. */
export function createUnavailableApp(settings: OpenSettings): Hono {
  const respond = createResponses(settings, homeOf(settings));
  const app = createBareApp(settings);
  app.get(`${settings.mount}sante`, (context) => context.json({ status: 'storage' }, 503));
  app.notFound((context) => {
    const isChallenge = context.req.path === `${settings.mount}defi/`;
    return isChallenge || clientKindOf(context.req.raw) === 'script'
      ? respond.json(context, 'storage')
      : respond.message(context, 'storage');
  });
  return app;
}

const homeOf = ({ external, siteOrigin, base }: Settings) => `${external ? siteOrigin : ''}${base}`;

/** Creates an application without routes, which adds the headers of all responses. */
export function createBareApp({ external, siteOrigin }: Pick<Settings, 'external' | 'siteOrigin'>): Hono {
  // Routes match the decoded path, as in the static server.
  const app = new Hono({ getPath: (request) => readPath(new URL(request.url).pathname) ?? '' });
  app.use(
    secureHeaders({
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      // The server that terminates TLS sets this header for the whole host.
      strictTransportSecurity: false,
    }),
  );
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });
  if (external) app.use(cors({ origin: siteOrigin, allowMethods: ['GET', 'POST'] }));
  return app;
}
