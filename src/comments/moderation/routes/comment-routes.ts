import type { Hono } from 'hono';
import { strings } from '#strings/site.ts';
import { listBlocks, unblock } from '#comments/store/queries/blocks.ts';
import { getComment, getThread } from '#comments/store/queries/comments.ts';
import { listJournal } from '#comments/store/queries/journal.ts';
import { findSubjects } from '#comments/moderation/journal-subjects.ts';
import { noticeQuery } from '#comments/moderation/notice-query.ts';
import { commentPage } from '#comments/moderation/html/comment-page.ts';
import { journalPage } from '#comments/moderation/html/journal-page.ts';
import { blocksPage } from '#comments/moderation/html/team-pages.ts';
import type { SignedIn } from '#comments/moderation/session-gate.ts';
import type { RoutesDependencies } from './dependencies.ts';

/** The number of entries on a journal page, and of those on the page of one comment. */
const [JOURNAL_SIZE, HISTORY_SIZE] = [50, 20];

const { replyMissing, periods } = strings.moderationPages.comment;

/** Adds the page of one comment with its actions, the journal and the blocks. */
export function addCommentRoutes(app: Hono<SignedIn>, dependencies: RoutesDependencies): void {
  const { mount, database, articles, views, actions, now, names, page, frame, refuse } = dependencies;

  async function contentOf(id: string) {
    const comment = await getComment(database, id);
    if (!comment) return null;
    const [view] = await views.of([comment]);
    const thread = await views.of(await getThread(database, comment));
    const { items: history } = await listJournal(database, { size: HISTORY_SIZE, subject: id });
    return view && { view, thread, history, names: await names() };
  }

  app.get(`${mount}commentaire/`, async (context) => {
    const content = await contentOf(context.req.query('id') ?? '');
    return content ? page(context, commentPage(await frame(context), content)) : refuse(context, 'absent');
  });

  app.post(`${mount}reponses/`, async (context) => {
    const form = context.get('form');
    const [id, text] = [form.get('id'), form.get('texte')];
    const outcome = await actions.reply(id, text, context.get('session').moderator.id);
    if (outcome === 'unwritten') {
      const content = await contentOf(id);
      if (!content) return refuse(context, 'absent');
      const reply = { text, error: replyMissing };
      return page(context, commentPage(await frame(context), { ...content, reply }), 400);
    }
    const query = noticeQuery({ what: outcome === 'replied' ? 'replied' : 'gone' });
    query.set('id', id);
    return context.redirect(`${mount}commentaire/?${query.toString()}`, 303);
  });

  app.post(`${mount}effacements/`, async (context) => {
    await actions.erase(context.get('form').get('id'), context.get('session').moderator.id);
    return context.redirect(`${mount}?${noticeQuery({ what: 'erased' }).toString()}`, 303);
  });

  app.get(`${mount}blocages/`, async (context) =>
    page(context, blocksPage(await frame(context), await listBlocks(database, now()), await names())),
  );

  app.post(`${mount}blocages/`, async (context) => {
    const form = context.get('form');
    const kind = form.get('qui') === 'network' ? 'network' : 'writer';
    const days = Object.hasOwn(periods, form.get('jours')) ? Number(form.get('jours')) : 1;
    const isBlocked = await actions.block(form.get('id'), kind, days, context.get('session').moderator.id);
    if (!isBlocked) return refuse(context, 'absent');
    return context.redirect(`${mount}blocages/?${noticeQuery({ what: 'blocked' }).toString()}`, 303);
  });

  app.post(`${mount}blocages/lever/`, async (context) => {
    const by = context.get('session').moderator.id;
    await unblock(database, context.get('form').get('id'), { by, now: now() });
    return context.redirect(`${mount}blocages/?${noticeQuery({ what: 'unblocked' }).toString()}`, 303);
  });

  app.get(`${mount}journal/`, async (context) => {
    const after = context.req.query('apres') ?? null;
    const { items, next } = await listJournal(database, { after, size: JOURNAL_SIZE });
    const subjects = await findSubjects(database, articles, items);
    return page(context, journalPage(await frame(context), items, { names: await names(), subjects, next }));
  });
}
