import type { Context } from 'hono';
import type { Database } from '#comments/store/database/tables.ts';
import { countComments } from '#comments/store/queries/comments.ts';
import type { Sessions } from '#comments/moderation/access/sessions.ts';
import { readNotice } from '#comments/moderation/notice-query.ts';
import type { PageFrame } from '#comments/moderation/html/layout.ts';
import type { SignedIn } from '#comments/moderation/session-gate.ts';

/** The highest number of pending comments and reports in the navigation: counting more would be slow. */
const MAX_COUNTED = 2_000;

/** Collects what all moderation pages show or need. */
export async function frameOf(
  context: Context<SignedIn>,
  { database, sessions, mount }: { database: Database; sessions: Sessions; mount: string },
): Promise<PageFrame> {
  const session = context.get('session');
  return {
    mount,
    moderator: session.moderator,
    formToken: sessions.formToken(session),
    waiting: await waitingOf(database),
    notice: readNotice(context.req.query()),
  };
}

/** Counts the pending comments and reports. */
export async function waitingOf(database: Database): Promise<PageFrame['waiting']> {
  const { count } = await database
    .selectFrom(
      database
        .selectFrom('reports')
        .select('id')
        .where('state', '=', 'pending')
        .limit(MAX_COUNTED)
        .as('counted'),
    )
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return {
    comments: await countComments(database, { state: 'pending' }, MAX_COUNTED),
    reports: Number(count),
  };
}
