import { deserialize, serialize } from 'node:v8';
import { readChecksummed, writeChecksummed } from './checksummed-file.ts';

interface Kept<Value> {
  stamp: string;
  value: Value;
}

/** What was found out about files, each good for as long as its stamp is the same. */
export interface KeptTable<Value> {
  /** `undefined` when nothing is kept under this name for this stamp. */
  find(name: string, stamp: string): Value | undefined;
  /** What is kept under this name, for whatever stamp: where this build has looked at the file before. */
  last(name: string): Value | undefined;
  /** The names of all that is kept. */
  names(): string[];
  /** All that is kept, likewise, in the order in which it was. */
  all(): Value[];
  keep(name: string, stamp: string, value: Value): void;
  /** Writes the table, with or without what nobody asked for since it was opened. */
  save(rest: 'keep' | 'forget'): void;
}

/**
 * Opens a table of the cache folder. One that is missing, spoilt or of another version is empty: all
 * that it holds can be found out again.
 *
 * @param version changes with what makes the values
 */
export function openTable<Value>(file: string, version: string): KeptTable<Value> {
  const before = readTable<Value>(file, version);
  const after = new Map<string, Kept<Value>>();
  let changed = false;
  return {
    find(name, stamp) {
      const kept = after.get(name) ?? before.get(name);
      if (kept?.stamp !== stamp) return undefined;
      after.set(name, kept);
      return kept.value;
    },
    last(name) {
      const kept = after.get(name) ?? before.get(name);
      if (kept) after.set(name, kept);
      return kept?.value;
    },
    names: () => [...new Set([...before.keys(), ...after.keys()])],
    all: () => Array.from(new Map([...before, ...after]).values(), ({ value }) => value),
    keep(name, stamp, value) {
      if (this.find(name, stamp) === value) return;
      after.set(name, { stamp, value });
      changed = true;
    },
    save(rest) {
      const forgets = rest === 'forget' && [...before.keys()].some((name) => !after.has(name));
      if (!changed && !forgets) return;
      const rows = rest === 'forget' ? after : new Map([...before, ...after]);
      writeChecksummed(file, serialize({ version, rows }));
    },
  };
}

function readTable<Value>(file: string, version: string): Map<string, Kept<Value>> {
  const bytes = readChecksummed(file);
  if (!bytes) return new Map();
  try {
    const table = deserialize(bytes) as { version: string; rows: Map<string, Kept<Value>> };
    return table.version === version ? table.rows : new Map();
  } catch {
    // Another version of Node wrote it.
    return new Map();
  }
}
