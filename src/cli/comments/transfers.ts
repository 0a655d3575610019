import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { slugsIn } from '#content/files/content-file.ts';
import type { CommandResult } from '#comments/moderation/terminal/commands.ts';
import type { Settings } from '#comments/settings.ts';
import { writeSnapshot } from '#comments/snapshot/format.ts';
import { takeSnapshot } from '#comments/snapshot/take.ts';
import type { Database } from '#comments/store/database/tables.ts';
import { backUp, backupPath, removeOldBackups, restore } from '#comments/transfer/backups.ts';
import { type ImportResult, importComments, readImport } from '#comments/transfer/import-comments.ts';
import { readOldFiles } from '#comments/transfer/old-files.ts';
import { strings } from '#strings/site.ts';
import type { Arguments } from './arguments.ts';

const { moderation } = strings;

/** Runs a command that exports, imports, backs up or restores comments. */
export async function transfer(
  command: 'export' | 'import' | 'backup' | 'restore',
  { names, replaces }: Arguments,
  db: Database,
  settings: Settings,
): Promise<CommandResult> {
  const now = new Date();
  const [name = ''] = names;
  if (command === 'import') return importAll(names, db, settings, now);
  if (command === 'restore') {
    const rows = await restore(db, resolve(name), { replaces, now });
    return success(moderation.backup.restored(rows));
  }
  if (command === 'backup') {
    const file = name ? resolve(name) : backupPath(settings.dataFolder, now);
    const rows = await backUp(db, file, now);
    await removeOldBackups(settings.dataFolder, settings.retentionDays, now);
    return success(moderation.backup.done(rows, file));
  }
  const snapshot = await takeSnapshot(db);
  await writeFile(resolve(name), writeSnapshot(snapshot));
  return success(moderation.exported(snapshot.comments.length, name));
}

async function importAll(
  files: readonly string[],
  db: Database,
  { root, dataFolder }: Settings,
  now: Date,
): Promise<CommandResult> {
  const isOld = files.length === 0;
  const comments = isOld
    ? await readOldFiles(root, dataFolder)
    : (await Promise.all(files.map((file) => readImport(resolve(file))))).flat();
  if (isOld && comments.length === 0) return success(moderation.imports.noFiles);
  const { added, skipped, articles }: ImportResult = await importComments(db, comments, now);
  const known = new Set(slugsIn(root, 'content/articles', ''));
  const orphans = articles.filter((article) => !known.has(article));
  return success(
    [
      moderation.imports.done(added, skipped),
      ...(orphans.length > 0 ? [moderation.imports.orphans(orphans)] : []),
      ...(isOld ? [moderation.imports.removable] : []),
    ].join('\n'),
  );
}

const success = (message: string): CommandResult => ({ message, ok: true });
