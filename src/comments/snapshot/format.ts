import { z } from 'astro/zod';
import { commentSchema, commentId } from '#model/comment-schema.ts';
import { slug } from '#model/schema-fields.ts';
import { strings } from '#strings/site.ts';

/** A comment on the site: an approved one, or a notice in place of one that was withdrawn or erased. */
const publishedCommentSchema = commentSchema.extend({
  id: commentId,
  article: slug('Nom d’article'),
  date: z.iso.datetime().transform((text) => new Date(text)),
});

/**
 * All comments of the site at one moment, ordered by article and date. It is the only input of a build about comments.
 */
export const snapshotSchema = z.strictObject({
  version: z.literal(1),
  comments: z.array(publishedCommentSchema),
});

export type PublishedComment = z.output<typeof publishedCommentSchema>;
export type Snapshot = z.output<typeof snapshotSchema>;

/** Serializes a snapshot as JSON. The same comments give the same bytes. */
export function writeSnapshot(snapshot: Snapshot): string {
  return `${JSON.stringify(snapshot, null, 1)}\n`;
}

/** @throws when the text is not a snapshot */
export function parseSnapshot(text: string): Snapshot {
  try {
    return snapshotSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(strings.comments.source.notSnapshot, { cause });
  }
}
