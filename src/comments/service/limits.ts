import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { isoDay } from '#lib/dates.ts';
import { networksOf } from '#server/addresses.ts';

const TEN_MINUTES = 10 * 60;
const MOST_COMMENTS = 5;
/** Forms opened, reviewed, corrected: more than a reader ever does. */
const MOST_REQUESTS = 120;
/** How much more a network may do than one address: an address, or an IPv6 network of 64 bits; of 56; of 48. */
const SHARES = [1, 2, 6] as const;

/** How much one address may do. The address itself is kept nowhere. */
export interface Limits {
  /** @returns whether a comment or a report more may be kept */
  allowsComment(address: string): Promise<boolean>;
  /** @returns whether a request more may be answered */
  allowsRequest(address: string): Promise<boolean>;
}

export function createLimits(now: () => Date = () => new Date()): Limits {
  const hash = createDailyHash(now);
  const allows = (most: number) => {
    const limiters = SHARES.map(
      (share) => new RateLimiterMemory({ points: most * share, duration: TEN_MINUTES }),
    );
    return async (address: string): Promise<boolean> => {
      const consumed = networksOf(address).map((network, index) => limiters[index]?.consume(hash(network)));
      const results = await Promise.allSettled(consumed);
      return results.every(({ status }) => status === 'fulfilled');
    };
  };
  return { allowsComment: allows(MOST_COMMENTS), allowsRequest: allows(MOST_REQUESTS) };
}

/** Hashes networks with a salt of the day, known to this process alone and forgotten with the day. */
export function createDailyHash(now: () => Date): (network: string) => string {
  let day = '';
  let salt = randomBytes(0);
  return (network) => {
    const today = isoDay(now());
    if (today !== day) [day, salt] = [today, randomBytes(32)];
    return createHmac('sha256', salt).update(network).digest('base64');
  };
}
