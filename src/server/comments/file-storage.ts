import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFile, hasCode, listNames, removeFile, removeLeftovers } from './atomic-file.ts';
import { KINDS, type Kind, type Records, isRecordId, readRecord, toYaml } from './records.ts';
import type { CommentStorage } from './storage.ts';

const SUFFIX = '.yaml';

/** One YAML file a record, in one folder a kind, readable by the service alone. */
export function createFileStorage(root: string): CommentStorage {
  const path = (kind: Kind, id: string) => {
    if (!isRecordId(id)) throw new Error('A record was asked for by what is not an id');
    return join(root, kind, `${id}${SUFFIX}`);
  };
  const storage: CommentStorage = {
    add: async (kind, record) => createFile(path(kind, record.id), toYaml(record)),
    async get(kind, id) {
      try {
        return readRecord(kind, await readFile(path(kind, id), 'utf8'));
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return null;
        throw error;
      }
    },
    async list<K extends Kind>(kind: K) {
      const records: Records[K][] = [];
      const damaged: string[] = [];
      for (const name of await listNames(join(root, kind))) {
        if (name.startsWith('.')) continue;
        try {
          const record = await storage.get(kind, name.slice(0, -SUFFIX.length));
          if (record) records.push(record);
        } catch {
          damaged.push(join(kind, name));
        }
      }
      return { records, damaged };
    },
    remove: async (kind, id) => removeFile(path(kind, id)),
    async tidy() {
      for (const folder of ['', ...KINDS]) await removeLeftovers(join(root, folder));
    },
    async check() {
      const file = join(root, `.check-${process.pid}`);
      try {
        // Before the first comment there may be no folder yet.
        await mkdir(root, { recursive: true, mode: 0o700 });
        await writeFile(file, 'ok\n', { mode: 0o600 });
      } finally {
        await rm(file, { force: true });
      }
    },
  };
  return storage;
}
