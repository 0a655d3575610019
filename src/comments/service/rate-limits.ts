import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { isoDay } from '#lib/dates.ts';
import { networksOf } from '#server/addresses.ts';
import type { Keys } from '#comments/store/keys.ts';
import { consume } from '#comments/store/queries/limits.ts';
import type { CommentStore } from '#comments/store/store.ts';

/** In seconds. */
const TEN_MINUTES = 10 * 60;
const MAX_COMMENTS = 5;
/** More than a reader ever sends to open, review and correct forms. */
const MAX_REQUESTS = 120;
/** Factors of the limits, for an IPv4 address or an IPv6 network of 64 bits, of 56 bits and of 48 bits. */
const FACTORS = [1, 2, 6] as const;

/** Rate limits by IP address. Addresses are hashed, and never stored themselves. */
export interface RateLimits {
  /** Whether one more comment or report may be stored. All processes with this store share this limit. */
  allowsComment(address: string): Promise<boolean>;
  /** Whether one more request may be answered by this process. */
  allowsRequest(address: string): Promise<boolean>;
}

export function createRateLimits(
  { db }: Pick<CommentStore, 'db'>,
  keys: Keys,
  now: () => Date = () => new Date(),
): RateLimits {
  const hash = createDailyHash(now, keys.limits);
  const ownHash = createDailyHash(now, randomBytes(32));
  const limiters = FACTORS.map(
    (factor) => new RateLimiterMemory({ points: MAX_REQUESTS * factor, duration: TEN_MINUTES }),
  );
  return {
    async allowsComment(address) {
      const database = await db();
      let isAllowed = true;
      for (const [index, network] of networksOf(address).entries()) {
        const limit = { points: MAX_COMMENTS * (FACTORS[index] ?? 1), seconds: TEN_MINUTES };
        isAllowed = (await consume(database, `comment.${hash(network)}`, limit, now())) && isAllowed;
      }
      return isAllowed;
    },
    async allowsRequest(address) {
      const consumed = networksOf(address).map(async (network, index) =>
        limiters[index]?.consume(ownHash(network)),
      );
      const results = await Promise.allSettled(consumed);
      return results.every(({ status }) => status === 'fulfilled');
    },
  };
}

/** Returns a hash function that differs each day: nobody without the key can link two days. */
export function createDailyHash(now: () => Date, key: Uint8Array): (network: string) => string {
  return (network) =>
    createHmac('sha256', key)
      .update(`${isoDay(now())} ${network}`)
      .digest('base64');
}
