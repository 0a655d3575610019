import { randomBytes } from 'node:crypto';
import type { z } from 'astro/zod';
import { inspectCommentText, MAX_LINKS } from '#lib/comments/comment-text.ts';
import { isReservedName } from '#lib/comments/reserved-names.ts';
import { isoDay } from '#lib/dates.ts';
import { typeset } from '#lib/typography/typeset.ts';
import { submissionSchema } from '#model/comment-schema.ts';
import { strings } from '#strings/site.ts';
import type { MailLinks } from '#comments/mail/links.ts';
import { reportReceivedMessage } from '#comments/mail/messages.ts';
import { enqueue } from '#comments/mail/outbox.ts';
import { describeError, type Log } from '#comments/log.ts';
import { hashEmail, hashNetwork } from '#comments/store/hashes.ts';
import type { Keys } from '#comments/store/keys.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { isBlocked } from '#comments/store/queries/blocks.ts';
import { addFollower } from '#comments/store/queries/followers.ts';
import {
  addPendingComment,
  addReport,
  isSpent,
  type SpentToken,
  type SubmissionResult,
} from '#comments/store/queries/submissions.ts';
import type { CommentStore } from '#comments/store/store.ts';
import type { Fields } from './body.ts';
import type { ClientKind } from './client.ts';
import type { KnownArticles } from './known-articles.ts';
import { type Outcome, refuse } from './outcome.ts';
import { isSolved } from './proof-of-work.ts';
import type { RateLimits } from './rate-limits.ts';
import { reportSchema } from './report-schema.ts';
import { MAX_AGE, type Purpose, readToken, recordId, type Token, tokenState } from './token.ts';

const { faults } = strings.submissions;

export interface ServiceDependencies {
  /** The magazine's name, which no reader may use. */
  magazine: string;
  store: Pick<CommentStore, 'db'>;
  articles: KnownArticles;
  keys: Keys;
  limits: RateLimits;
  addresses: MailLinks;
  log: Log;
  /** Called after a comment or a report has been stored. */
  onStored: () => void;
}

/** The data of a request, before validation. */
export interface Submission {
  client: ClientKind;
  fields: Fields;
  /** The proof of work of a script. */
  proof: unknown;
  /** The IP address of the reader. Only its hash is stored. */
  address: string;
}

/** Validates and stores submissions. It does not depend on HTTP. */
export type SubmissionHandlers = Record<Purpose, (submission: Submission) => Promise<Outcome>>;

export function createSubmissionHandlers(dependencies: ServiceDependencies): SubmissionHandlers {
  const { magazine, articles, addresses, keys, limits, log, onStored } = dependencies;

  /** Stores a comment or a report. The signed token of a form can be used for one record only. */
  async function store(
    purpose: Purpose,
    { address, fields }: Submission,
    token: Token,
    add: (db: Database, id: string, spent: SpentToken) => Promise<SubmissionResult>,
  ): Promise<Outcome> {
    const id = recordId(keys, token);
    const spent = { nonce: token.nonce, expiresAt: new Date(token.issuedAt + MAX_AGE) };
    try {
      const db = await dependencies.store.db();
      if (await isSpent(db, token.nonce)) return refuse('replayed');
      const writer = fields.email ? hashEmail(keys, fields.email) : undefined;
      if (await isBlocked(db, [writer, hashNetwork(keys, address)], new Date())) return refuse('blocked');
      if (!(await limits.allowsComment(address))) return refuse('tooMany');
      const result = await add(db, id, spent);
      if (result !== 'stored') return refuse(result);
    } catch (error) {
      log('storage-fault', describeError(error));
      return refuse('storage');
    }
    log('stored', { kind: purpose, id, article: token.article });
    onStored();
    return { kind: 'stored', id };
  }

  /** Responds to a robot as to a person, so that it does not learn that it was detected. */
  function trap(): Outcome {
    log('trapped');
    return { kind: 'stored', id: `${isoDay(new Date())}-${randomBytes(4).toString('hex')}` };
  }

  return {
    async comment(submission) {
      const { fields, client, proof } = submission;
      if (isTrapped(fields)) return trap();
      const parsed = submissionSchema.safeParse(fields);
      const errors = { ...firstErrors(parsed.error), ...articleErrors(fields, articles) };
      if (parsed.success && isReservedName(parsed.data.name, magazine)) errors['name'] = faults.reserved;
      if (fields.follow && parsed.data && !parsed.data.email) errors['email'] = faults.follow;
      if (!parsed.success || Object.keys(errors).length > 0) return refuse('fields', errors);
      const isReview = client === 'form' && fields.token === undefined;
      const token = isReview ? null : validateToken(keys, submission, 'comment');
      if (typeof token === 'string') return refuse(token);
      if (token && client === 'script' && !(await isSolved(keys, token, proof))) return refuse('proof');
      // Parsing Markdown costs more than the checks above, so it comes last.
      const textError = markdownError(parsed.data.text);
      if (textError !== null) return refuse('fields', { text: textError });
      if (!token) return { kind: 'review' };
      const comment = {
        ...parsed.data,
        emailHash: parsed.data.email && hashEmail(keys, parsed.data.email),
        network: hashNetwork(keys, submission.address),
        date: new Date(),
      };
      return store('comment', submission, token, (db, id, spent) =>
        addPendingComment(db, { ...comment, id }, spent, async (trx) => {
          const { email, emailHash } = comment;
          if (fields.follow && email && emailHash) await addFollower(trx, id, email, emailHash, comment.date);
        }),
      );
    },

    async report(submission) {
      const { fields } = submission;
      if (isTrapped(fields)) return trap();
      const parsed = reportSchema.safeParse(fields);
      const errors = firstErrors(parsed.error);
      if (!isPublished(articles, fields)) errors['comment'] = strings.submissions.report.unknown;
      if (!parsed.success || Object.keys(errors).length > 0) return refuse('fields', errors);
      const token = validateToken(keys, submission, 'report');
      if (typeof token === 'string') return refuse(token);
      const { email, article, reason } = parsed.data;
      const date = new Date();
      const emailHash = email && hashEmail(keys, email);
      return store('report', submission, token, (db, id, spent) =>
        addReport(db, { ...parsed.data, emailHash, date, id }, spent, async (trx) => {
          if (!email) return;
          await enqueue(trx, reportReceivedMessage(email, addresses.title(article), id, reason), date);
        }),
      );
    },
  };
}

/** Whether a comment was on the site at the last build. */
export function isPublished(
  articles: KnownArticles,
  { article, comment = '' }: Pick<Fields, 'article' | 'comment'>,
): boolean {
  return articles.get(article)?.comments.includes(comment) ?? false;
}

/** Whether the honeypot was filled in. */
function isTrapped({ courriel = '' }: Fields): boolean {
  return courriel !== '';
}

/** Checks the token. Scripts need no minimum age, because they send a proof of work. */
function validateToken(
  keys: Keys,
  { client, fields }: Submission,
  purpose: Purpose,
): Token | 'token' | 'early' {
  const token = readToken(keys, fields.token ?? '', purpose, fields.article ?? '');
  const state = token && tokenState(token, Date.now());
  if (!token || state === 'expired') return 'token';
  return state === 'early' && client === 'form' ? 'early' : token;
}

/** The first error of each field, in French. */
function firstErrors(error: z.ZodError | undefined): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error?.issues ?? []) errors[String(path[0])] ??= typeset(message);
  return errors;
}

function markdownError(text: string): string | null {
  const { links, isBlank } = inspectCommentText(text);
  if (isBlank) return faults.blank;
  return links > MAX_LINKS ? faults.links(MAX_LINKS) : null;
}

function articleErrors({ article, replyTo }: Fields, articles: KnownArticles): Record<string, string> {
  const known = articles.get(article);
  if (!known) return { article: faults.article };
  if (!replyTo || known.comments.includes(replyTo)) return {};
  return { replyTo: faults.replyTo };
}
