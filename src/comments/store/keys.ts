import { createHmac } from 'node:crypto';

const USES = [
  'token',
  'proof',
  'solution',
  'id',
  'email',
  'network',
  'limits',
  'erasure',
  'follower',
  'session',
] as const;

/** A separate key for each use, so that a signature for one use is not valid for another. */
export type Keys = Readonly<Record<(typeof USES)[number], Buffer>>;

/** Derives the keys from the magazine's secret. If the name of a use changed, its hashes and links would be lost. */
export function deriveKeys(secret: string): Keys {
  const keys = USES.map((use) => [use, createHmac('sha256', secret).update(use).digest()] as const);
  return Object.fromEntries(keys) as Keys;
}
