import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'astro/zod';
import { ExpectedError } from '#lib/expected-error.ts';
import { isoDay } from '#lib/dates.ts';
import { commentSchema, commentId } from '#model/comment-schema.ts';
import { slug } from '#model/schema-fields.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { searchable } from '#comments/store/queries/comments.ts';
import { record, TERMINAL } from '#comments/store/queries/journal.ts';
import { strings } from '#strings/site.ts';

/**
 * A published comment of another system. Unknown fields are rejected, because they may contain e-mail addresses, which
 * must not be stored.
 */
const importedComment = commentSchema.extend({
  /** Its id in the other system, or an id of this one. */
  id: z.string().min(1).max(200),
  article: slug('Nom d’article'),
  replyTo: z.string().min(1).max(200).optional(),
  date: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
});
const importSchema = z.strictObject({ version: z.literal(1), comments: z.array(importedComment) });

export type ImportedComment = z.output<typeof importedComment> & { emailHash?: string | undefined };

/** The result of an import. */
export interface ImportResult {
  added: number;
  /** Comments that exist already, or that were erased. */
  skipped: number;
  articles: string[];
}

/**
 * Reads published comments from a JSON file: an export of this magazine, or of another system.
 *
 * @throws ExpectedError with the place of the first error
 */
export async function readImport(file: string): Promise<ImportedComment[]> {
  const { unreadable, unknownFields, wrong } = strings.moderation.imports;
  let data: unknown;
  try {
    data = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new ExpectedError(unreadable(file), { cause });
  }
  const { data: imported, error } = importSchema.safeParse(data);
  const [issue] = error?.issues ?? [];
  if (issue) {
    const message = issue.code === 'unrecognized_keys' ? unknownFields(issue.keys) : issue.message;
    throw new ExpectedError(wrong(file, issue.path.join('.'), message));
  }
  return imported?.comments ?? [];
}

/** Adds published comments. A second import changes nothing, and erased comments stay erased. */
export async function importComments(
  db: Database,
  comments: readonly ImportedComment[],
  now: Date,
): Promise<ImportResult> {
  const ids = new Map(comments.map((comment) => [key(comment.article, comment.id), ownId(comment)]));
  return db.transaction().execute(async (trx) => {
    const added: string[] = [];
    for (const { article, name, site, date, replyTo, staff, text, ...comment } of comments) {
      const id = ids.get(key(article, comment.id)) ?? '';
      const wasErased = await trx.selectFrom('erasures').select('id').where('id', '=', id).executeTakeFirst();
      if (wasErased) continue;
      const row = await trx
        .insertInto('comments')
        .values({
          ...{ id, article, name, text },
          reply_to: replyTo === undefined ? null : (ids.get(key(article, replyTo)) ?? replyTo),
          site: site ?? null,
          email_hash: comment.emailHash ?? null,
          search: searchable(name, text),
          staff: staff ? 1 : 0,
          written_at: date.toISOString(),
          state: 'approved',
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (row.numInsertedOrUpdatedRows) added.push(id);
    }
    if (added.length > 0)
      await record(trx, now, [
        { actor: TERMINAL, action: 'import', subject: 'comments', details: { count: added.length } },
      ]);
    const articles = [...new Set(comments.map(({ article }) => article))];
    return { added: added.length, skipped: comments.length - added.length, articles };
  });
}

/** Identifies a comment in the other system, whose ids may be unique only within an article. */
const key = (article: string, id: string) => `${article} ${id}`;

/** The id of a comment in this system: its own if it is valid, or one made of its date and a hash. */
function ownId({ id, article, date }: ImportedComment): string {
  if (commentId.safeParse(id).success) return id;
  const digest = createHash('sha256').update(key(article, id)).digest('hex');
  return `${isoDay(date)}-${digest.slice(0, 8)}`;
}
