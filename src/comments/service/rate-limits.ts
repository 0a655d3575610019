import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { isoDay } from '#lib/dates.ts';
import { networksOf } from '#server/addresses.ts';

const TEN_MINUTES = 10 * 60;
const MAX_COMMENTS = 5;
/** More than a reader ever sends to open, review and correct forms. */
const MAX_REQUESTS = 120;
/** Factors of the limits, for an IPv4 address or an IPv6 network of 64 bits, of 56 bits and of 48 bits. */
const FACTORS = [1, 2, 6] as const;

/** Rate limits by IP address. Addresses are hashed, and never stored. */
export interface RateLimits {
  /** Whether one more comment or report may be stored. */
  allowsComment(address: string): Promise<boolean>;
  /** Whether one more request may be answered. */
  allowsRequest(address: string): Promise<boolean>;
}

export function createRateLimits(now: () => Date = () => new Date()): RateLimits {
  const hash = createDailyHash(now);
  const allows = (points: number) => {
    const limiters = FACTORS.map(
      (factor) => new RateLimiterMemory({ points: points * factor, duration: TEN_MINUTES }),
    );
    return async (address: string): Promise<boolean> => {
      const consumed = networksOf(address).map(async (network, index) =>
        limiters[index]?.consume(hash(network)),
      );
      const results = await Promise.allSettled(consumed);
      return results.every(({ status }) => status === 'fulfilled');
    };
  };
  return { allowsComment: allows(MAX_COMMENTS), allowsRequest: allows(MAX_REQUESTS) };
}

/** Returns a hash function with a random salt, which changes each day and never leaves this process. */
export function createDailyHash(now: () => Date): (network: string) => string {
  let day = '';
  let salt = randomBytes(0);
  return (network) => {
    const today = isoDay(now());
    if (today !== day) [day, salt] = [today, randomBytes(32)];
    return createHmac('sha256', salt).update(network).digest('base64');
  };
}
