import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from './keys.ts';

/** Signs the link with which a writer erases a comment. The link is the only proof that is needed. */
export function signErasure(keys: Keys, comment: string): string {
  return createHmac('sha256', keys.erasure).update(comment).digest('base64url');
}

/** Signs the link with which a writer confirms or cancels notifications of replies to a comment. */
export function signFollower(keys: Keys, comment: string): string {
  return createHmac('sha256', keys.follower).update(comment).digest('base64url');
}

/** Whether this is the erasure signature of that comment. */
export function isErasureSignature(keys: Keys, comment: string, signature: string): boolean {
  return isEqual(signErasure(keys, comment), signature);
}

/** Whether this is the follower signature of that comment. */
export function isFollowerSignature(keys: Keys, comment: string, signature: string): boolean {
  return isEqual(signFollower(keys, comment), signature);
}

/** Compares two signatures in constant time, so that the duration reveals nothing about the expected one. */
function isEqual(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
