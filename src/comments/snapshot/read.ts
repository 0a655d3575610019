import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openDatabase } from '#comments/store/database/open.ts';
import { dataFolderOf, databaseLocation } from '#comments/store/store.ts';
import { ExpectedError } from '#lib/expected-error.ts';
import { writeAtomically } from '#storage/atomic-write.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { strings } from '#strings/site.ts';
import { parseSnapshot, type Snapshot, writeSnapshot } from './format.ts';
import { takeSnapshot } from './take.ts';

/** The longest wait for the export, in milliseconds. */
const FETCH_TIMEOUT = 60_000;

/** Where a build reads its comments. */
export type SnapshotSource =
  /** The export of a service on another machine. */
  | { kind: 'service'; address: string; token: string }
  | { kind: 'database'; url: string }
  /** The SQLite file of this machine, which may not exist yet. */
  | { kind: 'store'; file: string }
  /** An exported snapshot. */
  | { kind: 'file'; file: string };

/** Finds the source: COMMENTS_SOURCE, else DATABASE_URL, else the database file of this machine. */
export function snapshotSource(root: string, environment: NodeJS.ProcessEnv): SnapshotSource {
  const given = environment['COMMENTS_SOURCE']?.trim();
  if (given && /^https?:\/\//u.test(given))
    return { kind: 'service', address: given, token: environment['COMMENTS_TOKEN']?.trim() ?? '' };
  if (given) return { kind: 'file', file: resolve(root, given) };
  const location = databaseLocation(dataFolderOf(root, environment), environment);
  return 'url' in location ? { kind: 'database', url: location.url } : { kind: 'store', file: location.file };
}

/**
 * Reads the comments for a build. If a service or a PostgreSQL database cannot be read, it warns and uses the comments
 * of the last build. Without those it throws, rather than publish articles without their comments.
 *
 * @param warn receives a message to editors, in French
 * @throws ExpectedError when nothing can be read
 */
export async function readSnapshot(
  root: string,
  environment: NodeJS.ProcessEnv,
  warn: (message: string) => void,
): Promise<Snapshot> {
  const source = snapshotSource(root, environment);
  if (source.kind === 'store' && !existsSync(source.file)) return { version: 1, comments: [] };
  const last = join(cacheFolder(root), 'comments.json');
  const isRemote = source.kind === 'service' || source.kind === 'database';
  try {
    const snapshot = await readSource(source);
    if (isRemote) writeAtomically(last, writeSnapshot(snapshot));
    return snapshot;
  } catch (cause) {
    const { unreadable, lastUsed } = strings.comments.source;
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (!isRemote || !existsSync(last))
      throw new ExpectedError(unreadable(nameOf(source), reason), { cause });
    warn(lastUsed(nameOf(source), reason));
    return parseSnapshot(await readFile(last, 'utf8'));
  }
}

async function readSource(source: SnapshotSource): Promise<Snapshot> {
  if (source.kind === 'file') return parseSnapshot(await readFile(source.file, 'utf8'));
  if (source.kind === 'service') return fetchSnapshot(source);
  const db = await openDatabase(source.kind === 'database' ? { url: source.url } : { file: source.file });
  try {
    return await takeSnapshot(db);
  } finally {
    await db.destroy();
  }
}

async function fetchSnapshot({ address, token }: { address: string; token: string }): Promise<Snapshot> {
  const response = await fetch(address, {
    headers: { Authorization: `Bearer ${token}` },
    // A redirect must not send the token to another host.
    redirect: 'error',
    signal: AbortSignal.timeout(FETCH_TIMEOUT),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return parseSnapshot(await response.text());
}

/** The name of the source in messages, without the password of a database. */
function nameOf(source: SnapshotSource): string {
  if (source.kind === 'service') return source.address;
  return source.kind === 'database' ? 'DATABASE_URL' : source.file;
}
