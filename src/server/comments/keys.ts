import { createHmac, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strings } from '#strings.ts';
import { createFile } from './atomic-file.ts';
import { StartFault } from './settings.ts';

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
 * @throws StartFault when the one from the environment is too short
 */
export async function readSecret(dataFolder: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const given = environment['COMMENTS_SECRET'];
  if (given !== undefined) {
    if (given.length < SECRET_LENGTH) {
      throw new StartFault(strings.intake.start.shortSecret(SECRET_LENGTH));
    }
    return given;
  }
  const file = join(dataFolder, 'secret');
  // Of two processes that start at once, the first one's secret stands.
  await createFile(file, `${randomBytes(32).toString('hex')}\n`);
  return (await readFile(file, 'utf8')).trim();
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
