import { constants } from 'node:fs';
import { chmod, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  PRIVATE,
  PRIVATE_FOLDER,
  createFile,
  hasCode,
  listNames,
  removeFile,
  removeLeftovers,
  temporaryName,
} from './atomic-file.ts';
import { KINDS, type Kind, type Records, isRecordId, readRecord, toYaml } from './records.ts';
import { type CommentStorage, DamagedRecord } from './storage.ts';

const SUFFIX = '.yaml';
/** In bytes: the longest record has a quarter of it. */
const MOST_BYTES = 64 * 1024;

/** One YAML file a record, in one folder a kind, readable by the service alone. */
export function createFileStorage(root: string): CommentStorage {
  const path = (kind: Kind, id: string) => {
    if (!isRecordId(id)) throw new Error('A record was asked for by what is not an id');
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
        await removeLeftovers(join(root, folder));
      }
    },
    async check() {
      const file = temporaryName(join(root, 'check'));
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

/** Without its suffix; what has none is no record's name. */
const idOf = (name: string) => (name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : '');

/** @throws on what is no file, or too large for a record: a pipe would be waited for without end */
async function readSmallFile(path: string): Promise<string> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await file.stat();
    if (!stats.isFile() || stats.size > MOST_BYTES) throw new Error('This is no file of a record');
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

function ignoreMissing(error: unknown): void {
  if (!hasCode(error, 'ENOENT')) throw error;
}
