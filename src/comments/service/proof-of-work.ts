import { randomInt } from 'node:crypto';
import { type Challenge, createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'astro/zod';
import type { Keys } from '#comments/store/keys.ts';
import { MAX_AGE, type Token } from './token.ts';

/*
 * The proof of work (ALTCHA) that a script sends with a comment. For the author of such a script:
 *
 *     GET {intake}defi/?article=<slug>  →  { token, challenge }
 *     const solution = await solveChallenge({ challenge, deriveKey });
 *     POST {intake}  { article, name, …, token, altcha: { challenge, solution } }
 *
 * with `solveChallenge` from `altcha-lib` and `deriveKey` from `altcha-lib/algorithms/web/pbkdf2`.
 * `challenge` is `{ parameters: { algorithm, nonce, salt, cost, keyLength, keyPrefix, keySignature, expiresAt,
 * data: { token } }, signature }`, sent back unchanged; `solution` is `{ counter, derivedKey, time }`, or `null` after
 * 90 seconds. A challenge is valid with the token it came with, for one comment.
 */

/** Rounds of SHA-256 to try one counter. */
const COST = 5_000;
/**
 * The range of counters to find: 300,000 to 700,000 rounds of SHA-256, which take a phone half a second to a second.
 */
const COUNTERS = [60, 140] as const;

const payloadSchema = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.hex().max(64),
      salt: z.hex().max(64),
      cost: z.int().positive().max(COST),
      keyLength: z.literal(32),
      keyPrefix: z.hex().max(64),
      keySignature: z.hex().max(128),
      expiresAt: z.int().positive(),
      data: z.object({ token: z.string().max(64) }),
    }),
    signature: z.hex().max(128),
  }),
  solution: z.object({
    counter: z.int().nonnegative().max(COUNTERS[1]),
    derivedKey: z.hex().max(128),
    time: z.number().optional(),
  }),
});

/** Creates a challenge that belongs to this token. */
export function issueChallenge(
  keys: Keys,
  { nonce, issuedAt }: Token,
  cost = COST,
  counter = randomInt(...COUNTERS),
): Promise<Challenge> {
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost,
    counter,
    deriveKey,
    expiresAt: Math.ceil((issuedAt + MAX_AGE) / 1000),
    data: { token: nonce },
    ...secrets(keys),
  });
}

/** Whether this payload solves a challenge that belongs to this token. */
export async function isSolved(keys: Keys, { nonce }: Token, payload: unknown): Promise<boolean> {
  // The schema check comes first, because `verifySolution` throws on a malformed payload.
  const { success, data } = payloadSchema.safeParse(payload);
  if (!success || data.challenge.parameters.data.token !== nonce) return false;
  const { challenge, solution } = data;
  const { verified } = await verifySolution({
    challenge,
    solution: { counter: solution.counter, derivedKey: solution.derivedKey },
    deriveKey,
    ...secrets(keys),
  });
  return verified;
}

function secrets(keys: Keys) {
  return {
    hmacSignatureSecret: keys.proof.toString('hex'),
    hmacKeySignatureSecret: keys.solution.toString('hex'),
  };
}
