/** Remembers tokens for as long as they would be good, by a clock that is never set back. */
export interface UsedTokens {
  has(nonce: string): boolean;
  add(nonce: string): void;
}

/** @param lifetime in milliseconds */
export function createUsedTokens(lifetime: number, now: () => number = () => performance.now()): UsedTokens {
  const usedAt = new Map<string, number>();
  return {
    has: (nonce) => usedAt.has(nonce),
    add(nonce) {
      // The oldest come first: a map keeps the order in which it was filled.
      for (const [old, time] of usedAt) {
        if (now() - time <= lifetime) break;
        usedAt.delete(old);
      }
      usedAt.set(nonce, now());
    },
  };
}
