import { closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { forgetAstroCache, mendAstroCache, recordAstroCache } from './astro-cache.ts';

/** Where builds are made, each in a folder that the next one of its kind finds again. */
const STAGING = '.cache/build';

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
 * Says that a build begins. When the one before did not end, its pages are forgotten first, with what Astro noted of
 * them; what else it cached is checked when it is read.
 *
 * @param cache the folder where builds keep what they may use again
 */
export function begin({ folder, mark }: Staging, cache: string): void {
  if (existsSync(mark)) {
    rmSync(folder, { recursive: true, force: true });
    forgetAstroCache(cache);
  } else mendAstroCache(cache);
  mkdirSync(dirname(mark), { recursive: true });
  closeSync(openSync(mark, 'w'));
}

/** Says that the build ended, whole. */
export function finish({ mark }: Staging, cache: string): void {
  recordAstroCache(cache);
  rmSync(mark);
}
