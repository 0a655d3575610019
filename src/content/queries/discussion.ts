import type { Intake } from './comment-service.ts';

/** What pages say of the discussion under articles. */
export interface Discussion {
  /** `null` where comments are closed. */
  intake: Intake | null;
  /** Address of the feed of comments. */
  feed: string;
  /** Where to write to the magazine instead. */
  contact: string;
  /** Where the use of what readers send is told. */
  privacy: string;
  retentionDays: number;
  magazine: string;
}
