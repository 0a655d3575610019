import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where builds are made, each in a folder that the next one of its kind finds again. */
const STAGING = '.cache/build';
/** What Astro knows of pages that it need not make again: it is true only of a build that ended. */
const INCREMENTAL = 'incremental-build.json';

/** The folder where a site is made before it is served, and the mark that it is not finished. */
export interface Staging {
  folder: string;
  mark: string;
}

/** @param name of the folder that is served */
export function stagingOf(root: string, name: string): Staging {
  const folder = join(root, STAGING, name);
  return { folder, mark: `${folder}.unfinished` };
}

/**
 * Says that a build begins. When the one before did not end, all that it wrote is forgotten first: a page half-made, a
 * picture half-drawn in the caches.
 *
 * @param caches the folders where builds keep what they may use again
 */
export function begin({ folder, mark }: Staging, caches: readonly string[]): void {
  if (existsSync(mark)) {
    const began = statSync(mark).mtimeMs;
    rmSync(folder, { recursive: true, force: true });
    for (const cache of caches) {
      rmSync(join(cache, INCREMENTAL), { force: true });
      removeSince(cache, began, dirname(mark));
    }
    rmSync(mark);
  }
  mkdirSync(dirname(mark), { recursive: true });
  closeSync(openSync(mark, 'w'));
}

/** Says that the build ended, whole. */
export function finish({ mark }: Staging): void {
  rmSync(mark);
}

/** Removes the files of a folder that were written since then, but in the one that is spared. */
function removeSince(folder: string, began: number, spared: string): void {
  if (folder === spared || !existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const seen = statSync(path, { throwIfNoEntry: false });
    if (seen?.isDirectory()) removeSince(path, began, spared);
    else if (!seen || seen.mtimeMs >= began) rmSync(path, { force: true });
  }
}
