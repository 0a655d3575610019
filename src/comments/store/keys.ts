import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { networksOf } from '#server/addresses.ts';
import { strings } from '#strings/site.ts';
import { createFile, hasCode } from '#storage/durable-file.ts';
import { ExpectedError } from '#lib/expected-error.ts';

const SECRET_LENGTH = 32;

/** A separate key for each use, so that a signature for one use is not valid for another. */
export interface Keys {
  token: Buffer;
  proof: Buffer;
  solution: Buffer;
  id: Buffer;
  email: Buffer;
  network: Buffer;
  limits: Buffer;
  erasure: Buffer;
  follower: Buffer;
  session: Buffer;
}

/**
 * Reads the magazine's secret from COMMENTS_SECRET, or else from a file in the data folder, which is created when it is
 * missing.
 *
 * @throws ExpectedError when the secret is too short
 */
export async function readSecret(dataFolder: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const given = environment['COMMENTS_SECRET'];
  if (given !== undefined) {
    if (given.trim().length < SECRET_LENGTH) {
      throw new ExpectedError(strings.submissions.start.shortSecret(SECRET_LENGTH));
    }
    return given;
  }
  const file = join(dataFolder, 'secret');
  // Reads before it writes: on a full disk, an existing secret can still be read.
  const secret = (await readSecretFile(file)) ?? (await createSecret(file));
  if (secret.length < SECRET_LENGTH) throw new ExpectedError(strings.submissions.start.damagedSecret(file));
  return secret;
}

async function readSecretFile(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** When two processes start at the same time, both use the secret that was written first. */
async function createSecret(file: string): Promise<string> {
  await createFile(file, `${randomBytes(32).toString('hex')}\n`);
  return (await readSecretFile(file)) ?? '';
}

export function deriveKeys(secret: string): Keys {
  const key = (use: string) => createHmac('sha256', secret).update(use).digest();
  return {
    token: key('token'),
    proof: key('proof'),
    solution: key('solution'),
    id: key('id'),
    email: key('email'),
    network: key('network'),
    limits: key('limits'),
    erasure: key('erasure'),
    follower: key('follower'),
    session: key('session'),
  };
}

/** Hashes an e-mail address, for records that must not contain the address itself. */
export function hashEmail(keys: Keys, email: string): string {
  return createHmac('sha256', keys.email).update(email.trim().normalize('NFC').toLowerCase()).digest('hex');
}

/**
 * Hashes the network of an IP address: the whole address in IPv4, its first 56 bits in IPv6, which identify a
 * subscriber.
 */
export function hashNetwork(keys: Keys, address: string): string {
  const [smallest, larger = smallest] = networksOf(address);
  return createHmac('sha256', keys.network).update(larger).digest('hex');
}

/** Signs the link with which a writer erases a comment. The link is the only proof that is needed. */
export function signErasure(keys: Keys, comment: string): string {
  return createHmac('sha256', keys.erasure).update(comment).digest('base64url');
}

/** Signs the link with which a writer confirms or cancels notifications of replies to a comment. */
export function signFollower(keys: Keys, comment: string): string {
  return createHmac('sha256', keys.follower).update(comment).digest('base64url');
}

/** Whether this is the erasure signature of that comment. */
export function isErasureSignature(keys: Keys, comment: string, signature: string): boolean {
  return isEqual(signErasure(keys, comment), signature);
}

/** Whether this is the follower signature of that comment. */
export function isFollowerSignature(keys: Keys, comment: string, signature: string): boolean {
  return isEqual(signFollower(keys, comment), signature);
}

/** Compares two signatures in constant time, so that the duration reveals nothing about the expected one. */
function isEqual(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
