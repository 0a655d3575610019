import { createHmac } from 'node:crypto';
import { isoDay } from '#lib/dates.ts';
import { networksOf } from '#server/addresses.ts';
import { createRateLimit, NETWORK_FACTORS, type RateLimit, TEN_MINUTES } from '#server/rate-limit.ts';
import type { Keys } from '#comments/store/keys.ts';
import { consume } from '#comments/store/queries/limits.ts';
import type { CommentStore } from '#comments/store/store.ts';

const MAX_COMMENTS = 5;
/** More requests than a reader needs to open, review and correct forms. */
const MAX_REQUESTS = 120;

/** Rate limits by IP address, for ten minutes. Only hashes of addresses are stored. */
export interface RateLimits {
  /**
   * Whether one more comment or report may be stored. The limit is common to all processes that use the same database.
   */
  allowsComment: RateLimit;
  /** Whether this process may respond to one more request. */
  allowsRequest: RateLimit;
}

export function createRateLimits(
  { db }: Pick<CommentStore, 'db'>,
  keys: Keys,
  now: () => Date = () => new Date(),
): RateLimits {
  const hash = createDailyHash(now, keys.limits);
  return {
    async allowsComment(address) {
      const database = await db();
      let isAllowed = true;
      for (const [index, network] of networksOf(address).entries()) {
        const limit = { points: MAX_COMMENTS * (NETWORK_FACTORS[index] ?? 1), seconds: TEN_MINUTES };
        isAllowed = (await consume(database, `comment.${hash(network)}`, limit, now())) && isAllowed;
      }
      return isAllowed;
    },
    allowsRequest: createRateLimit(MAX_REQUESTS),
  };
}

/** Returns a keyed hash function that changes each day, so that the hashes of two days cannot be linked. */
export function createDailyHash(now: () => Date, key: Uint8Array): (network: string) => string {
  return (network) =>
    createHmac('sha256', key)
      .update(`${isoDay(now())} ${network}`)
      .digest('base64');
}
