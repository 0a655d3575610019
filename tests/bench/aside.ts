import { lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const ASIDE = '.cache/bench/aside';

let count = 0;

/**
 * Takes a file or a folder away without erasing it: for some seconds after thousands of files are erased, ext4 looks
 * for numbers that none of them had, and the build that is measured next pays for it.
 */
export function setAside(path: string): void {
  // A link is taken away even where it leads nowhere any more.
  if (!lstatSync(path, { throwIfNoEntry: false })) return;
  mkdirSync(ASIDE, { recursive: true });
  renameSync(path, join(ASIDE, String((count += 1))));
}

/** Erases what was set aside: before a bench, and after it. */
export function eraseAside(): void {
  rmSync(ASIDE, { recursive: true, force: true });
}
