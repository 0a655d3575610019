import { addresses } from './addresses.ts';

/** Addresses of the comment service. */
export interface CommentService {
  /** Target of the form. */
  send: string;
  /** Address of the proof-of-work challenge. */
  challenge: string;
  reply(article: string, comment: string): string;
  report(article: string, comment: string): string;
}

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

/**
 * Returns the addresses of the comment service.
 *
 * @param address from content/site.yaml: a path of this site, or a URL elsewhere
 */
export function commentService(address: string): CommentService {
  const send = address.startsWith('/') ? addresses.file(address) : address;
  const about = (page: string, article: string, comment: string) =>
    `${send}${page}/?${new URLSearchParams({ article, commentaire: comment }).toString()}`;
  return {
    send,
    challenge: `${send}defi/`,
    reply: (article, comment) => about('repondre', article, comment),
    report: (article, comment) => about('signaler', article, comment),
  };
}
