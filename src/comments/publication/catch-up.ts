import { stat } from 'node:fs/promises';
import { describeError, type Log } from '#comments/log.ts';
import type { KnownArticles } from '#comments/service/known-articles.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { findComments } from '#comments/store/queries/comments.ts';
import type { Publisher } from './publisher.ts';

// How often to check, in milliseconds.
const INTERVAL = 60_000;
/** In milliseconds. The file is dated at the end of a build, which may have read the comments this long before. */
const LONGEST_BUILD = 60 * 60 * 1000;
/** The maximum number of decisions that one check compares with the site. */
const MAX_DECISIONS = 1_000;

/** The actions of the journal that change what the site shows. */
const PUBLISHED_ACTIONS = ['accept', 'withdraw', 'undo', 'reply', 'erase'];

export interface CatchUpDependencies {
  database: Database;
  articles: KnownArticles;
  publisher: Pick<Publisher, 'request' | 'lastRequest'>;
  /** The path of a file that each build writes. */
  file: string;
  log: Log;
}

/**
 * Publishes, now and each minute, decisions that were made in a terminal or by another process, or that a process did
 * not publish before it was killed.
 */
export async function catchUp(dependencies: CatchUpDependencies): Promise<void> {
  const { publisher, log } = dependencies;
  try {
    if (await isBehind(dependencies)) publisher.request();
  } catch (error) {
    log('publication-fault', describeError(error));
  }
  setTimeout(() => void catchUp(dependencies), INTERVAL).unref();
}

/** Whether the site lacks a decision, and no publication was requested since the decision. */
export async function isBehind({
  database,
  articles,
  publisher,
  file,
}: Omit<CatchUpDependencies, 'log'>): Promise<boolean> {
  const { mtimeMs } = await stat(file);
  const since = new Date(Math.max(mtimeMs - LONGEST_BUILD, publisher.lastRequest())).toISOString();
  const decisions = await database
    .selectFrom('journal')
    .select('subject')
    .distinct()
    .where('at', '>', since)
    .where('action', 'in', PUBLISHED_ACTIONS)
    .limit(MAX_DECISIONS)
    .execute();
  const ids = decisions.map(({ subject }) => subject);
  const approved = (await findComments(database, ids)).filter(({ state }) => state === 'approved');
  const visible = new Set(
    approved.filter(({ article }) => articles.get(article) !== null).map(({ id }) => id),
  );
  return ids.some((id) => articles.hasComment(id) !== visible.has(id));
}
