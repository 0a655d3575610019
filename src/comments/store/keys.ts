import { createHmac, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strings } from '#strings/site.ts';
import { createFile, hasCode } from './atomic-file.ts';
import { StartFault } from '#comments/settings.ts';

const SECRET_LENGTH = 32;

/** One key for each use, so that what one signs is worth nothing to another. */
export interface Keys {
  token: Buffer;
  proof: Buffer;
  solution: Buffer;
  id: Buffer;
  email: Buffer;
}

/**
 * The magazine's secret: from the environment, else made once and kept in the data folder.
 *
 * @throws StartFault when it is too short to keep anything secret
 */
export async function readSecret(dataFolder: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const given = environment['COMMENTS_SECRET'];
  if (given !== undefined) {
    if (given.trim().length < SECRET_LENGTH) {
      throw new StartFault(strings.intake.start.shortSecret(SECRET_LENGTH));
    }
    return given;
  }
  const file = join(dataFolder, 'secret');
  // Read before it is made: what is there is read on a full disk too.
  const secret = (await readSecretFile(file)) ?? (await makeSecret(file));
  if (secret.length < SECRET_LENGTH) throw new StartFault(strings.intake.start.damagedSecret(file));
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

/** Of two processes that start at once, the first one's secret stands. */
async function makeSecret(file: string): Promise<string> {
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
  };
}

/** What stands for an e-mail address where the address itself is not kept. */
export function hashEmail(keys: Keys, email: string): string {
  return createHmac('sha256', keys.email).update(email.trim().normalize('NFC').toLowerCase()).digest('hex');
}
