import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '#storage/atomic-write.ts';
import { cacheFolder } from '#storage/cache-folder.ts';

const fileOf = (root: string) => join(cacheFolder(root), 'left-out.json');

/** Stores the slugs of the drafts and scheduled articles with errors, which this build leaves out. */
export function writeLeftOut(root: string, slugs: readonly string[]): void {
  writeAtomically(fileOf(root), JSON.stringify(slugs));
}

/** Returns the slugs that the content check of this build left out; none when no check ran. */
export function readLeftOut(root: string): ReadonlySet<string> {
  try {
    return new Set(JSON.parse(readFileSync(fileOf(root), 'utf8')) as string[]);
  } catch {
    return new Set();
  }
}
