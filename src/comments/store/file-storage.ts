import { constants } from 'node:fs';
import { chmod, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryPath } from '#storage/atomic-write.ts';
import {
  createFile,
  hasCode,
  listNames,
  PRIVATE,
  PRIVATE_FOLDER,
  removeAbandoned,
  removeFile,
} from '#storage/durable-file.ts';
import { KINDS, type Kind, type Records, isRecordId, readRecord, toYaml } from './records.ts';
import { type CommentStorage, DamagedRecord } from './storage.ts';

const SUFFIX = '.yaml';
/** In bytes: four times the longest record. */
const MOST_BYTES = 64 * 1024;

/** Stores each record in a YAML file of its own, in a folder for each kind, which only the service may read. */
export function createFileStorage(root: string): CommentStorage {
  const path = (kind: Kind, id: string) => {
    if (!isRecordId(id)) throw new Error('This is not the id of a record');
    return join(root, kind, `${id}${SUFFIX}`);
  };
  const names = async (kind: Kind) =>
    (await listNames(join(root, kind))).filter((name) => !name.startsWith('.'));
  const storage: CommentStorage = {
    add: async (kind, record) => createFile(path(kind, record.id), toYaml(record)),
    async get(kind, id) {
      const file = path(kind, id);
      try {
        return readRecord(kind, await readSmallFile(file));
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return null;
        throw new DamagedRecord(join(kind, `${id}${SUFFIX}`), error);
      }
    },
    async list<K extends Kind>(kind: K) {
      const records: Records[K][] = [];
      const damaged: string[] = [];
      for (const name of await names(kind)) {
        try {
          const record = await storage.get(kind, idOf(name));
          if (record) records.push(record);
        } catch {
          damaged.push(join(kind, name));
        }
      }
      return { records, damaged };
    },
    ids: async (kind) => (await names(kind)).map(idOf).filter(isRecordId),
    remove: async (kind, id) => removeFile(path(kind, id)),
    async discard(file) {
      for (const kind of KINDS) {
        if (!(await storage.list(kind)).damaged.includes(file)) continue;
        await rm(join(root, file), { recursive: true });
        return true;
      }
      return false;
    },
    async tidy() {
      for (const folder of ['', ...KINDS]) {
        await chmod(join(root, folder), PRIVATE_FOLDER).catch(ignoreMissing);
        await removeAbandoned(join(root, folder));
      }
    },
    async check() {
      const file = temporaryPath(join(root, 'check'));
      try {
        // Before the first comment there may be no folder yet.
        await mkdir(root, { recursive: true, mode: PRIVATE_FOLDER });
        await writeFile(file, 'ok\n', { mode: PRIVATE });
      } finally {
        await rm(file, { force: true });
      }
    },
  };
  return storage;
}

/** The id in a file name, or an empty string. */
const idOf = (name: string) => (name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : '');

/** @throws on anything but a regular file of a record's size: reading a named pipe would never end */
async function readSmallFile(path: string): Promise<string> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await file.stat();
    if (!stats.isFile() || stats.size > MOST_BYTES) throw new Error('This is not the file of a record');
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

function ignoreMissing(error: unknown): void {
  if (!hasCode(error, 'ENOENT')) throw error;
}
