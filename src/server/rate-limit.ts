import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { networksOf } from './addresses.ts';

/** The period of every limit, in seconds. */
export const TEN_MINUTES = 10 * 60;
/**
 * Factors by which the limit is multiplied for each network of `networksOf`: an IPv4 address or an IPv6 network of 64
 * bits, then of 56 bits, then of 48 bits.
 */
export const NETWORK_FACTORS = [1, 2, 6] as const;

/** Counts one more request of an IP address, and returns whether it is allowed. */
export type RateLimit = (address: string) => Promise<boolean>;

/**
 * Creates a rate limit for this process. Only keyed hashes of addresses are in memory, and nothing is stored.
 *
 * @param points the maximum number of requests in ten minutes
 */
export function createRateLimit(points: number): RateLimit {
  const key = randomBytes(32);
  const hash = (network: string) => createHmac('sha256', key).update(network).digest('base64');
  const limiters = NETWORK_FACTORS.map(
    (factor) => new RateLimiterMemory({ points: points * factor, duration: TEN_MINUTES }),
  );
  return async (address) => {
    const consumed = networksOf(address).map(async (network, index) =>
      limiters[index]?.consume(hash(network)),
    );
    const results = await Promise.allSettled(consumed);
    return results.every(({ status }) => status === 'fulfilled');
  };
}
