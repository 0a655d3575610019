import type { CommentService } from './comment-service.ts';

/** Settings of the comments under articles. */
export interface Discussion {
  /** `null` when comments are closed. */
  service: CommentService | null;
  /** Address of the feed of comments. */
  feed: string;
  /** Address of the contact page. */
  contact: string;
  /** Address of the privacy page. */
  privacy: string;
  retentionDays: number;
  magazine: string;
}
