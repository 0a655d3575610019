import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { isoDay } from '#lib/dates.ts';

const TEN_MINUTES = 10 * 60;
const MOST_COMMENTS = 5;
/** Forms opened, reviewed, corrected: more than a reader ever does. */
const MOST_REQUESTS = 120;

/** How much one address may do. The address itself is kept nowhere. */
export interface Limits {
  /** @returns whether a comment or a report more may be kept */
  allowsComment(address: string): Promise<boolean>;
  /** @returns whether a request more may be answered */
  allowsRequest(address: string): Promise<boolean>;
}

export function createLimits(now: () => Date = () => new Date()): Limits {
  const hash = createDailyHash(now);
  const comments = new RateLimiterMemory({ points: MOST_COMMENTS, duration: TEN_MINUTES });
  const requests = new RateLimiterMemory({ points: MOST_REQUESTS, duration: TEN_MINUTES });
  const allows = (limiter: RateLimiterMemory) => (address: string) =>
    limiter.consume(hash(address)).then(
      () => true,
      () => false,
    );
  return { allowsComment: allows(comments), allowsRequest: allows(requests) };
}

/** Hashes addresses with a salt of the day, known to this process alone and forgotten with the day. */
export function createDailyHash(now: () => Date): (address: string) => string {
  let day = '';
  let salt = randomBytes(0);
  return (address) => {
    const today = isoDay(now());
    if (today !== day) [day, salt] = [today, randomBytes(32)];
    return createHmac('sha256', salt).update(network(address)).digest('base64');
  };
}

/** One subscriber has a whole IPv6 network of 64 bits. */
function network(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const middle = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...middle, ...right]
    .slice(0, 4)
    .map((group) => parseInt(group, 16))
    .join(':');
}
