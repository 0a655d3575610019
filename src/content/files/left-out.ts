import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '#storage/atomic-write.ts';
import { cacheFolder } from '#storage/cache-folder.ts';

const fileOf = (root: string) => join(cacheFolder(root), 'left-out.json');

/** Stores the slugs of the drafts and scheduled articles with errors, which this build omits. */
export function writeLeftOut(root: string, slugs: readonly string[]): void {
  writeAtomically(fileOf(root), JSON.stringify(slugs));
}

/** Returns the slugs of the articles that this build omits because of errors; none when no check ran. */
export function readLeftOut(root: string): ReadonlySet<string> {
  try {
    return new Set(JSON.parse(readFileSync(fileOf(root), 'utf8')) as string[]);
  } catch {
    return new Set();
  }
}
