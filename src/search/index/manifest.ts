import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file of an index that says what it was made of. */
export const MANIFEST = 'articles.json';

export interface Manifest {
  /** Changes with the articles, and with the code that indexes them. */
  name: string;
  /** The digest of what is searched and shown of each article but its picture, by its address. */
  articles: Readonly<Record<string, string>>;
}

/** Reads the manifest of the index in a folder; `null` when there is none. */
export function readManifest(folder: string): Manifest | null {
  try {
    return JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
  } catch {
    return null;
  }
}
