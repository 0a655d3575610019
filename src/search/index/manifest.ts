import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file in an index folder that records what the index was made from. */
export const MANIFEST = 'records.json';

export interface Manifest {
  /** Digests of the indexing code and of the indexed records. */
  name: string;
  /** Digest of each record without its picture, by address. */
  records: Readonly<Record<string, string>>;
}

/** Reads the manifest of the index in a folder; `null` when there is none. */
export function readManifest(folder: string): Manifest | null {
  try {
    return JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
  } catch {
    return null;
  }
}
