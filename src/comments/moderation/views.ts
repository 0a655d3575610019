import type { KnownArticles } from '#comments/service/known-articles.ts';
import type { Publisher } from '#comments/publication/publisher.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { findComments, type StoredComment } from '#comments/store/queries/comments.ts';
import type { CommentView, OnlineState } from './html/comment-view.ts';

/**
 * Adds to comments what moderators see with them: the article, the comment it replies to, and the publication state.
 */
export interface Views {
  of(comments: readonly StoredComment[]): Promise<CommentView[]>;
  /** The comments with these ids that exist. */
  find(ids: readonly string[]): Promise<StoredComment[]>;
  publicationOf(comment: StoredComment): OnlineState | null;
}

export function createViews(database: Database, articles: KnownArticles, publisher: Publisher): Views {
  const views: Views = {
    find: (ids) => findComments(database, ids),
    async of(comments) {
      const parents = await views.find(comments.flatMap(({ replyTo }) => replyTo ?? []));
      const byId = new Map(parents.map((parent) => [parent.id, parent]));
      return comments.map((comment) => ({
        comment,
        article: articles.get(comment.article),
        parent: byId.get(comment.replyTo ?? '') ?? null,
        publication: views.publicationOf(comment),
      }));
    },
    publicationOf({ id, state }) {
      if (state !== 'approved' && state !== 'withdrawn') return null;
      const isOnline = articles.hasComment(id);
      if (isOnline === (state === 'approved')) return isOnline ? 'online' : 'offline';
      const publication = publisher.state();
      if (publication === 'failed' || publication === 'manual') return publication;
      // A withdrawn comment that has replies stays online as a notice.
      if (state === 'withdrawn') return publication === 'running' ? 'removing' : 'offline';
      return 'publishing';
    },
  };
  return views;
}
