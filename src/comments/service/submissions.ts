import { randomBytes } from 'node:crypto';
import type { z } from 'astro/zod';
import { submissionSchema } from '#model/comment-schema.ts';
import { isoDay } from '#lib/dates.ts';
import { MOST_LINKS, inspectCommentText } from '#lib/comments/comment-text.ts';
import { isReservedName } from '#lib/comments/reserved-names.ts';
import { typeset } from '#lib/typography/typeset.ts';
import { strings } from '#strings/site.ts';
import type { Fields, Way } from './body.ts';
import type { Keys } from '#comments/store/keys.ts';
import type { KnownArticles } from './known-articles.ts';
import type { Limits } from './limits.ts';
import { type Log, describeError } from './log.ts';
import { type Outcome, refuse } from './outcome.ts';
import { isSolved } from './proof.ts';
import { type Records, reportSchema } from '#comments/store/records.ts';
import type { CommentStorage } from '#comments/store/storage.ts';
import { MOST_AGE, type Purpose, type Token, readToken, recordId, tokenAge } from './token.ts';
import { createUsedTokens } from './used-tokens.ts';

const { faults } = strings.intake;

/** More than editors read in weeks: what comes beyond is spam, and would keep them from reading the rest. */
const MOST_WAITING = 2_000;

export interface IntakeParts {
  /** The magazine's name, which no reader may sign. */
  magazine: string;
  storage: CommentStorage;
  articles: KnownArticles;
  keys: Keys;
  limits: Limits;
  log: Log;
}

/** Something a reader sent, read but not yet judged. */
export interface Parcel {
  way: Way;
  fields: Fields;
  /** The work a script did. */
  proof: unknown;
  /** The address it came from: it is hashed, and kept nowhere. */
  address: string;
}

export interface Intake {
  comment(parcel: Parcel): Promise<Outcome>;
  report(parcel: Parcel): Promise<Outcome>;
}

/** Judges what readers send, and keeps what may be kept. It knows nothing of HTTP. */
export function createIntake({ magazine, storage, articles, keys, limits, log }: IntakeParts): Intake {
  const used = createUsedTokens(MOST_AGE);

  /** Keeps a record once, under the name that its token gives. */
  async function keep(
    kind: 'pending' | 'reports',
    parcel: Parcel,
    token: Token,
    record: Omit<Records['pending'], 'id'> | Omit<Records['reports'], 'id'>,
  ): Promise<Outcome> {
    const id = recordId(keys, token);
    if (used.has(token.nonce)) return refuse('replayed');
    if (!(await limits.allowsComment(parcel.address))) return refuse('tooMany');
    try {
      if (await wasDecided(storage, id)) return refuse('replayed');
      if ((await storage.ids(kind)).length >= MOST_WAITING) return refuse('full');
      const added = await storage.add(kind, { ...record, id } as Records[typeof kind]);
      if (!added) return refuse('replayed');
    } catch (error) {
      log('storage-fault', describeError(error));
      return refuse('storage');
    }
    used.add(token.nonce);
    log('stored', { kind, id, article: token.article });
    return { kind: 'stored', id };
  }

  return {
    async comment(parcel) {
      const { fields, way, proof } = parcel;
      if (isTrapped(fields)) return trapped(log);
      const read = submissionSchema.safeParse(fields);
      const errors = { ...faultsOf(read.error), ...contextFaults(fields, articles) };
      if (read.success && isReservedName(read.data.name, magazine)) errors['name'] = faults.reserved;
      if (!read.success || Object.keys(errors).length > 0) return refuse('fields', errors);
      const isReview = way === 'form' && fields.token === undefined;
      const token = isReview ? null : judgeToken(keys, parcel, 'comment');
      if (typeof token === 'string') return refuse(token);
      if (token && way === 'script' && !(await isSolved(keys, token, proof))) return refuse('proof');
      // The Markdown is parsed for those alone who may send it.
      const fault = textFault(read.data.text);
      if (fault !== null) return refuse('fields', { text: fault });
      if (!token) return { kind: 'review' };
      return keep('pending', parcel, token, { ...read.data, date: new Date().toISOString() });
    },

    async report(parcel) {
      const { fields } = parcel;
      if (isTrapped(fields)) return trapped(log);
      const read = reportSchema.safeParse(fields);
      const errors = faultsOf(read.error);
      if (!isPublished(articles, fields)) errors['comment'] = strings.intake.report.unknown;
      if (!read.success || Object.keys(errors).length > 0) return refuse('fields', errors);
      const token = judgeToken(keys, parcel, 'report');
      if (typeof token === 'string') return refuse(token);
      return keep('reports', parcel, token, { ...read.data, date: new Date().toISOString() });
    },
  };
}

/** Whether a comment is on the site, by the build's list. */
export function isPublished(
  articles: KnownArticles,
  { article, comment = '' }: Pick<Fields, 'article' | 'comment'>,
): boolean {
  return articles.get(article)?.comments.includes(comment) ?? false;
}

/** Only robots fill in what persons do not see. */
function isTrapped({ courriel = '' }: Fields): boolean {
  return courriel !== '';
}

/** The same answer as to a person, so that the robot learns nothing. */
function trapped(log: Log): Outcome {
  log('trapped');
  return { kind: 'stored', id: `${isoDay(new Date())}-${randomBytes(4).toString('hex')}` };
}

/** A script's work stands for the time that a form takes. */
function judgeToken(keys: Keys, { way, fields }: Parcel, purpose: Purpose): Token | 'token' | 'early' {
  const token = readToken(keys, fields.token ?? '', purpose, fields.article ?? '');
  const age = token && tokenAge(token, Date.now());
  if (!token || age === 'expired') return 'token';
  return age === 'early' && way === 'form' ? 'early' : token;
}

/** Whether editors decided on it already: its token was used, even if the service was started anew since. */
async function wasDecided(storage: CommentStorage, id: string): Promise<boolean> {
  return (await storage.get('accepted', id)) !== null || (await storage.get('rejected', id)) !== null;
}

/** The first fault of each field, in French. */
function faultsOf(error: z.ZodError | undefined): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { path, message } of error?.issues ?? []) found[String(path[0])] ??= typeset(message);
  return found;
}

/** What is wrong with a text once it is read as Markdown, or `null`. */
function textFault(text: string): string | null {
  const { links, isBlank } = inspectCommentText(text);
  if (isBlank) return faults.blank;
  return links > MOST_LINKS ? faults.links(MOST_LINKS) : null;
}

function contextFaults({ article, replyTo }: Fields, articles: KnownArticles): Record<string, string> {
  const known = articles.get(article);
  if (!known) return { article: faults.article };
  if (!replyTo || known.comments.includes(replyTo)) return {};
  return { replyTo: faults.replyTo };
}
