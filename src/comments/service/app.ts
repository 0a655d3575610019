import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { canonicalAddress } from '#server/addresses.ts';
import { readPath } from '#server/site-files.ts';
import { createAnswers } from './answers.ts';
import { type Body, type Fields, readBody, wayOf } from './body.ts';
import {
  type Content,
  type FormState,
  replyContent,
  reportContent,
  reviewContent,
  thanksContent,
} from './contents.ts';
import { createGate } from './concurrency-limiter.ts';
import { type IntakeParts, type Parcel, createIntake, isPublished } from './submissions.ts';
import { describeError } from './log.ts';
import { isFromTheSite } from './origin.ts';
import { type Outcome, type Reason, STATUS, refuse } from './outcome.ts';
import { issueChallenge } from './proof.ts';
import type { Settings } from '#comments/settings.ts';
import { type Purpose, issueToken, readToken } from './token.ts';
import { strings } from '#strings/site.ts';

/** Bodies that may be arriving at the same time: 64 MB at most. */
const MOST_ARRIVING = 1_000;
/** Comments that are judged and written at the same time, and those that wait for it. */
const MOST_AT_ONCE = 16;
const MOST_WAITING = 1_000;

/**
 * The intake service as an application.
 *
 * @param settings with a mount: comments are open
 */
export function createIntakeApp(settings: Settings & { mount: string }, parts: IntakeParts): Hono {
  const { mount } = settings;
  const { articles, keys, limits, log, storage } = parts;
  const home = homeOf(settings);
  const answers = createAnswers(settings, home);
  const intake = createIntake(parts);
  const arriving = createGate(MOST_ARRIVING, 0);
  const working = createGate(MOST_AT_ONCE, MOST_WAITING);
  const app = createBareApp(settings);

  const refused = (context: Context, reason: Reason, way = wayOf(context.req.raw)) => {
    log('refused', { reason });
    return way === 'script' ? answers.refusal(context, reason) : answers.message(context, reason);
  };

  app.get(`${mount}sante`, async (context) => {
    try {
      await storage.check();
      return context.json({ status: 'ok' });
    } catch (error) {
      log('storage-fault', describeError(error));
      return context.json({ status: 'storage' }, 503);
    }
  });

  // The address of a review that is opened again or shared has nothing to show.
  app.get(mount, (context) => context.redirect(home, 303));

  app.get(`${mount}defi/`, async (context) => {
    const article = context.req.query('article') ?? '';
    if (!articles.get(article)) {
      return answers.refusal(context, 'fields', { article: strings.intake.faults.article });
    }
    if (!(await limits.allowsRequest(address(context)))) return refused(context, 'tooMany', 'script');
    const token = issueToken(keys, 'comment', article, Date.now());
    const read = readToken(keys, token, 'comment', article);
    return context.json({ token, challenge: read && (await issueChallenge(keys, read)) });
  });

  app.get(`${mount}merci/`, (context) => {
    const what = context.req.query('signalement') === undefined ? 'comment' : 'report';
    const article = articles.get(context.req.query('article'));
    return answers.page(context, 200, thanksContent(what, article, home));
  });

  app.get(`${mount}repondre/`, (context) => {
    const { article, commentaire: comment } = context.req.query();
    if (!isPublished(articles, { article, comment })) return refused(context, 'absent', 'form');
    return answers.page(context, 200, replyContent(blank({ article, replyTo: comment }, mount)));
  });

  app.get(`${mount}signaler/`, (context) => {
    const { article, commentaire: comment } = context.req.query();
    if (!isPublished(articles, { article, comment })) return refused(context, 'absent', 'form');
    const state = blank({ article, comment }, `${mount}signaler/`);
    return answers.page(context, 200, reportContent({ ...state, token: newToken('report', article) }));
  });

  app.post(mount, (context) => receive(context, 'comment'));
  app.post(`${mount}signaler/`, (context) => receive(context, 'report'));

  app.notFound((context) => refused(context, 'absent'));
  app.onError((error, context) => {
    log('fault', describeError(error));
    return refused(context, 'storage');
  });

  async function receive(context: Context, purpose: Purpose): Promise<Response> {
    const body = await arriving.run(() => readBody(context.req.raw));
    if (!body) return refused(context, 'busy');
    const way = wayOf(context.req.raw);
    if (!body.fields) return refused(context, body.fault);
    const outcome = await judge(context, purpose, body);
    if (outcome.kind === 'refused') log('refused', { reason: outcome.reason });
    if (way === 'script') return answerScript(context, outcome);
    return answerForm(context, purpose, body.fields, outcome);
  }

  async function judge(
    context: Context,
    purpose: Purpose,
    body: Extract<Body, { fields: Fields }>,
  ): Promise<Outcome> {
    if (!isFromTheSite(context.req.raw.headers, settings)) return refuse('origin');
    if (!(await limits.allowsRequest(address(context)))) return refuse('tooMany');
    if (body.fault) return refuse(body.fault);
    const { fields, proof } = body;
    const parcel: Parcel = { way: wayOf(context.req.raw), fields, proof, address: address(context) };
    return (await working.run(() => intake[purpose](parcel))) ?? refuse('busy');
  }

  function answerScript(context: Context, outcome: Outcome): Response {
    if (outcome.kind === 'stored') return context.json({ id: outcome.id }, 201);
    if (outcome.kind === 'review') return answers.refusal(context, 'token');
    const { reason, errors } = outcome;
    return answers.refusal(context, reason, STATUS[reason] === 400 ? errors : undefined);
  }

  function answerForm(context: Context, purpose: Purpose, fields: Fields, outcome: Outcome) {
    if (outcome.kind === 'stored') {
      const article = articles.get(fields.article) ? fields.article : '';
      const query = new URLSearchParams({ article: article ?? '' });
      if (purpose === 'report') query.set('signalement', '1');
      return context.redirect(`${mount}merci/?${query}`, 303);
    }
    const refusal = outcome.kind === 'refused' ? outcome.reason : null;
    const content: (state: FormState) => Content = purpose === 'report' ? reportContent : reviewContent;
    const state: FormState = {
      ...blank(fields, purpose === 'report' ? `${mount}signaler/` : mount),
      // What another site sent is reviewed on ours before it can be kept.
      token: refusal === 'origin' && purpose === 'comment' ? undefined : nextToken(purpose, fields, refusal),
      refusal: refusal && strings.intake.refusals[refusal],
      errors: outcome.kind === 'refused' ? outcome.errors : {},
    };
    return answers.page(context, refusal ? STATUS[refusal] : 200, content(state));
  }

  /** A token that is still good is kept, so that what waited does not wait again. */
  function nextToken(purpose: Purpose, { token, article = '' }: Fields, refusal: Reason | null) {
    const spent = refusal === null || refusal === 'token' || refusal === 'replayed';
    const good = !spent && token !== undefined && readToken(keys, token, purpose, article);
    return good ? token : newToken(purpose, article);
  }

  function newToken(purpose: Purpose, article = ''): string | undefined {
    return articles.get(article) ? issueToken(keys, purpose, article, Date.now()) : undefined;
  }

  function blank(fields: Fields, action: string): FormState {
    const article = articles.get(fields.article);
    return { action, fields, article, token: undefined, refusal: null, errors: {} };
  }

  /** What a proxy says that is no address tells nobody apart: its own stands for it. */
  function address(context: Context): string {
    const forwarded = settings.trustProxy
      ? context.req.header('x-forwarded-for')?.split(',').at(-1)
      : undefined;
    return (
      canonicalAddress(forwarded ?? '') ?? canonicalAddress(getConnInfo(context).remote.address ?? '') ?? ''
    );
  }

  return app;
}

/** What answers while nothing can be kept: that it cannot, to all who ask. */
export function createClosedApp(settings: Settings & { mount: string }): Hono {
  const answers = createAnswers(settings, homeOf(settings));
  const app = createBareApp(settings);
  app.get(`${settings.mount}sante`, (context) => context.json({ status: 'storage' }, 503));
  app.notFound((context) => {
    const way = context.req.path === `${settings.mount}defi/` ? 'script' : wayOf(context.req.raw);
    return way === 'script' ? answers.refusal(context, 'storage') : answers.message(context, 'storage');
  });
  return app;
}

const homeOf = ({ external, siteOrigin, base }: Settings) => `${external ? siteOrigin : ''}${base}`;

/** An application that answers nothing yet, with the headers of all answers. */
function createBareApp({ external, siteOrigin }: Settings): Hono {
  // An encoded letter or slash leads where the plain one does.
  const app = new Hono({ getPath: (request) => readPath(new URL(request.url).pathname) ?? '' });
  app.use(
    secureHeaders({
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      // Whoever ends TLS decides it for the whole host.
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
