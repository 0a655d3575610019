import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strings } from '#strings/site.ts';
import { createFile, hasCode } from '#storage/durable-file.ts';
import { ExpectedError } from '#lib/expected-error.ts';

/** The fewest characters of a secret. */
const SECRET_LENGTH = 32;

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
