import type { Context, Hono } from 'hono';
import { commentId } from '#model/comment-schema.ts';
import { strings } from '#strings/site.ts';
import { isReason } from '#comments/mail/messages.ts';
import type { CommentState } from '#comments/store/database/tables.ts';
import { listComments } from '#comments/store/queries/comments.ts';
import type { Decision } from '#comments/store/queries/decisions.ts';
import { listReports } from '#comments/store/queries/reports.ts';
import type { DecisionSummary } from '#comments/moderation/actions.ts';
import { type Done, noticeQuery, readNotice } from '#comments/moderation/notice-query.ts';
import { type Tab, TABS } from '#comments/moderation/html/layout.ts';
import { type List, queuePage } from '#comments/moderation/html/queue-page.ts';
import { reportsPage } from '#comments/moderation/html/reports-page.ts';
import type { SignedIn } from '#comments/moderation/session-gate.ts';
import type { RoutesDependencies } from './dependencies.ts';
import { waitingOf } from './frame.ts';

/** The number of comments on a page, and the maximum that one request may decide on. */
const PAGE_SIZE = 50;

const STATES = {
  pending: 'pending',
  published: 'approved',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
} as const satisfies Record<List, CommentState>;

const DONE = { accept: 'accepted', reject: 'rejected', withdraw: 'withdrawn' } as const;

/** Adds the lists of comments and reports, and the decisions made in them. */
export function addQueueRoutes(app: Hono<SignedIn>, dependencies: RoutesDependencies): void {
  const { mount, database, views, actions, page, frame } = dependencies;

  for (const [list, state] of Object.entries(STATES) as [List, CommentState][]) {
    app.get(`${mount}${TABS[list]}`, async (context) => {
      const { q = '', apres } = context.req.query();
      const words = q.slice(0, 100);
      const { items, next } = await listComments(
        database,
        { state, search: words },
        { after: apres ?? null, size: PAGE_SIZE, order: list === 'pending' ? 'asc' : 'desc' },
      );
      const isFirst = apres === undefined;
      const content = { list, words, items: await views.of(items), next, isFirst };
      return page(context, queuePage(await frame(context), content));
    });
  }

  app.get(`${mount}signalements/`, async (context) => {
    const after = context.req.query('apres') ?? null;
    const { items, next } = await listReports(database, { state: 'pending' }, { after, size: PAGE_SIZE });
    const comments = await views.of(await views.find(items.map(({ comment }) => comment)));
    const entries = items.map((report) => ({
      report,
      view: comments.find(({ comment }) => comment.id === report.comment) ?? null,
    }));
    return page(context, reportsPage(await frame(context), { items: entries, next }));
  });

  app.post(`${mount}decisions/`, async (context) => {
    const form = context.get('form');
    const by = context.get('session').moderator.id;
    const [decision = '', id, ownReason] = form.get('decision').split(':');
    const tab = form.get('liste');
    const back = Object.hasOwn(TABS, tab) ? TABS[tab as Tab] : '';
    if (decision === 'dismiss') {
      const { kind } = await actions.dismiss(id ?? '', form.get('texte').slice(0, 1000).trim(), by);
      return answer(context, back, { what: kind === 'done' ? 'dismissed' : 'reportLate' });
    }
    if (!isDecision(decision)) return answer(context, back, { what: 'nothing' });
    const ids = (id === undefined ? form.all('id') : [id]).filter(isId).slice(0, PAGE_SIZE);
    const reason = ownReason ?? form.get('motif');
    const summary = await actions.decide(decision, ids, by, isReason(reason) ? reason : 'autre');
    return answer(context, back, await doneOf(decision, summary), form.get('q'));
  });

  app.post(`${mount}annuler/`, async (context) => {
    const ids = context.get('form').all('id').filter(isId).slice(0, PAGE_SIZE);
    const undone = await actions.undo(ids, context.get('session').moderator.id);
    return answer(context, '', { what: undone > 0 ? 'undone' : 'tooLate' });
  });

  /** The publication state of a comment. The page asks for it until the site is up to date. */
  app.get(`${mount}etat/`, async (context) => {
    const [comment] = await views.find([context.req.query('id') ?? '']);
    const publication = comment ? views.publicationOf(comment) : null;
    return context.json({
      state: publication,
      label: publication && strings.moderationPages.states[publication],
    });
  });

  async function doneOf(decision: Decision, { done, late, lateBy }: DecisionSummary): Promise<Done> {
    if (done.length + late === 0) return { what: 'nothing' };
    const name = lateBy === null ? undefined : (await dependencies.names()).get(lateBy);
    if (name !== undefined) return { what: 'lateBy', name };
    return { what: DONE[decision], count: done.length, late, undo: done };
  }

  /** Responds with what was done: JSON for the script, else a redirect to a page with a notice. */
  async function answer(context: Context<SignedIn>, back: string, done: Done, words = ''): Promise<Response> {
    const query = noticeQuery(done);
    if (context.req.header('accept') === 'application/json') {
      const notice = readNotice(Object.fromEntries(query));
      return context.json({ ...notice, waiting: await waitingOf(database) });
    }
    if (words !== '') query.set('q', words);
    return context.redirect(`${mount}${back}?${query.toString()}`, 303);
  }
}

function isDecision(text: string): text is Decision {
  return Object.hasOwn(DONE, text);
}

function isId(text: string): boolean {
  return commentId.safeParse(text).success;
}
