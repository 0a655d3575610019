import { randomBytes } from 'node:crypto';
import type { z } from 'astro/zod';
import { inspectCommentText, MAX_LINKS } from '#lib/comments/comment-text.ts';
import { isReservedName } from '#lib/comments/reserved-names.ts';
import { isoDay } from '#lib/dates.ts';
import { typeset } from '#lib/typography/typeset.ts';
import { submissionSchema } from '#model/comment-schema.ts';
import { strings } from '#strings/site.ts';
import { describeError, type Log } from '#comments/log.ts';
import type { Keys } from '#comments/store/keys.ts';
import { type Records, reportSchema } from '#comments/store/records.ts';
import type { CommentStorage } from '#comments/store/storage.ts';
import type { Fields } from './body.ts';
import type { ClientKind } from './client.ts';
import type { KnownArticles } from './known-articles.ts';
import { type Outcome, refuse } from './outcome.ts';
import { isSolved } from './proof-of-work.ts';
import type { RateLimits } from './rate-limits.ts';
import {
  createUsedTokens,
  MAX_AGE,
  type Purpose,
  readToken,
  recordId,
  type Token,
  tokenState,
} from './token.ts';

const { faults } = strings.submissions;

/**
 * More comments than editors read in weeks. The limit stops a flood of spam, so that editors can still read the rest.
 */
const MAX_PENDING = 2_000;

export interface ServiceDependencies {
  /** The magazine's name, which no reader may use. */
  magazine: string;
  storage: CommentStorage;
  articles: KnownArticles;
  keys: Keys;
  limits: RateLimits;
  log: Log;
}

/** What a reader sent, before validation. */
export interface Submission {
  client: ClientKind;
  fields: Fields;
  /** The proof of work of a script. */
  proof: unknown;
  /** The IP address of the reader, which is hashed and never stored. */
  address: string;
}

/** Validates and stores submissions. Knows nothing of HTTP. */
export type SubmissionHandlers = Record<Purpose, (submission: Submission) => Promise<Outcome>>;

export function createSubmissionHandlers(dependencies: ServiceDependencies): SubmissionHandlers {
  const { magazine, storage, articles, keys, limits, log } = dependencies;
  const usedTokens = createUsedTokens(MAX_AGE);

  /** Stores a record, once for each token. */
  async function store(
    kind: 'pending' | 'reports',
    { address }: Submission,
    token: Token,
    record: Omit<Records['pending'], 'id'> | Omit<Records['reports'], 'id'>,
  ): Promise<Outcome> {
    const id = recordId(keys, token);
    if (usedTokens.has(token.nonce)) return refuse('replayed');
    if (!(await limits.allowsComment(address))) return refuse('tooMany');
    try {
      // The token was used before the service was last started, and an editor has decided since.
      const isDecided = (await storage.get('accepted', id)) ?? (await storage.get('rejected', id));
      if (isDecided) return refuse('replayed');
      if ((await storage.ids(kind)).length >= MAX_PENDING) return refuse('full');
      const isNew = await storage.add(kind, { ...record, id });
      if (!isNew) return refuse('replayed');
    } catch (error) {
      log('storage-fault', describeError(error));
      return refuse('storage');
    }
    usedTokens.add(token.nonce);
    log('stored', { kind, id, article: token.article });
    return { kind: 'stored', id };
  }

  /** Answers a robot like a person, so that it does not learn that it was detected. */
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
      if (!parsed.success || Object.keys(errors).length > 0) return refuse('fields', errors);
      const isReview = client === 'form' && fields.token === undefined;
      const token = isReview ? null : validateToken(keys, submission, 'comment');
      if (typeof token === 'string') return refuse(token);
      if (token && client === 'script' && !(await isSolved(keys, token, proof))) return refuse('proof');
      // Parsing Markdown costs more than the checks above, so it comes last.
      const textError = markdownError(parsed.data.text);
      if (textError !== null) return refuse('fields', { text: textError });
      if (!token) return { kind: 'review' };
      return store('pending', submission, token, { ...parsed.data, date: new Date().toISOString() });
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
      return store('reports', submission, token, { ...parsed.data, date: new Date().toISOString() });
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

/** A script may be fast: its proof of work replaces the minimum age. */
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
