import { deserialize, serialize } from 'node:v8';
import { readChecksummed, writeChecksummed } from './checksummed-file.ts';

interface Entry<Value> {
  stamp: string;
  value: Value;
}

/** Values computed from files. A value is valid while its file has the same stamp. */
export interface FileCache<Value> {
  /** The value with this name; `undefined` when there is none, or it has another stamp. */
  get(name: string, stamp: string): Value | undefined;
  /** The value with this name, whatever its stamp. */
  last(name: string): Value | undefined;
  /** All values, in the order in which they were added. */
  all(): Value[];
  set(name: string, stamp: string, value: Value): void;
  /** Saves all entries. */
  save(): void;
  /** Saves the entries that were read or set since the cache was opened, and removes the others. */
  saveUsed(): void;
}

/**
 * Opens a file cache. It is empty when its file is missing or damaged, or has another version.
 *
 * @param version must change with the code that computes the values
 */
export function openFileCache<Value>(file: string, version: string): FileCache<Value> {
  const before = readEntries<Value>(file, version);
  const used = new Map<string, Entry<Value>>();
  const all = () => new Map([...before, ...used]);
  let changed = false;
  const use = (name: string): Entry<Value> | undefined => {
    const entry = used.get(name) ?? before.get(name);
    if (entry) used.set(name, entry);
    return entry;
  };
  const write = (entries: ReadonlyMap<string, Entry<Value>>) =>
    writeChecksummed(file, serialize({ version, rows: entries }));
  return {
    get(name, stamp) {
      const entry = used.get(name) ?? before.get(name);
      return entry?.stamp === stamp ? use(name)?.value : undefined;
    },
    last: (name) => use(name)?.value,
    all: () => Array.from(all().values(), ({ value }) => value),
    set(name, stamp, value) {
      if (this.get(name, stamp) === value) return;
      used.set(name, { stamp, value });
      changed = true;
    },
    save() {
      if (changed) write(all());
    },
    saveUsed() {
      if (changed || [...before.keys()].some((name) => !used.has(name))) write(used);
    },
  };
}

function readEntries<Value>(file: string, version: string): ReadonlyMap<string, Entry<Value>> {
  const bytes = readChecksummed(file);
  if (!bytes) return new Map();
  try {
    const table = deserialize(bytes) as { version: string; rows: Map<string, Entry<Value>> };
    return table.version === version ? table.rows : new Map();
  } catch {
    // The file was written by another version of Node, with another serialization.
    return new Map();
  }
}
