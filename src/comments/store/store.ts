import { join, resolve } from 'node:path';
import { lazy } from '#lib/lazy.ts';
import { type DatabaseLocation, openDatabase } from './database/open.ts';
import type { Database } from './database/tables.ts';
import { deriveKeys, type Keys } from './keys.ts';
import { readSecret } from './secret.ts';

/** The comment database and the keys, which the service and the moderation command share. */
export interface CommentStore {
  /** Opens the database at the first call. If that fails, the next call tries again. */
  db(): Promise<Database>;
  keys(): Promise<Keys>;
  close(): Promise<void>;
}

/** The folder of the database, its backups and the secret. */
export function dataFolderOf(root: string, environment: NodeJS.ProcessEnv): string {
  return resolve(root, environment['COMMENTS_DATA'] ?? 'data/comments');
}

/** Where comments are stored: in the database of DATABASE_URL, or else in a file of the data folder. */
export function databaseLocation(dataFolder: string, environment: NodeJS.ProcessEnv): DatabaseLocation {
  const url = environment['DATABASE_URL']?.trim();
  return url ? { url } : { file: join(dataFolder, 'comments.sqlite') };
}

/** Creates the store. Nothing is read or written before one of its methods is called. */
export function openCommentStore(
  { dataFolder }: { dataFolder: string },
  environment: NodeJS.ProcessEnv,
): CommentStore {
  const location = databaseLocation(dataFolder, environment);
  let opening: Promise<Database> | undefined;
  return {
    db: lazy(() => (opening = openDatabase(location))),
    keys: lazy(() => readSecret(dataFolder, environment).then(deriveKeys)),
    close: async () => (await opening?.catch(() => null))?.destroy(),
  };
}
