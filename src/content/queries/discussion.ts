import type { CommentService } from './comment-service.ts';

/** Settings of the comments under articles. */
export interface Discussion {
  /** `null` when comments are closed. */
  service: CommentService | null;
  /** Address of the feed of comments. */
  feed: string;
  /** Address of the contact page; `null` without one. */
  contact: string | null;
  /** Address of the privacy page; `null` without one. */
  privacy: string | null;
  retentionDays: number;
  magazine: string;
}
