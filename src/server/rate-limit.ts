import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { networksOf } from './addresses.ts';

/** The period of every limit, in seconds. */
export const TEN_MINUTES = 10 * 60;
/** Factors of the limits, for an IPv4 address or an IPv6 network of 64 bits, of 56 bits and of 48 bits. */
export const NETWORK_FACTORS = [1, 2, 6] as const;

/** Whether one more request of an IP address may be answered. */
export type RateLimit = (address: string) => Promise<boolean>;

/**
 * Limits the requests of each IP address to this process. Addresses are hashed, and never stored.
 *
 * @param points requests in ten minutes
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
