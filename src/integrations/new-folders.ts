import { stat, utimes } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

/** Delays before a new folder is touched, in milliseconds. The second is for a machine too busy at the first. */
const LOOKS = [200, 2000];

/** The part of the type of Vite's watcher that is used here. */
interface FolderWatcher {
  on(event: 'addDir', listener: (folder: string) => void): unknown;
}

/** Makes the development server find the article in a new folder: see `lookAgainAtNewFolders`. */
export function newFolders(): AstroIntegration {
  return {
    name: 'new-folders',
    hooks: { 'astro:server:setup': ({ server }) => lookAgainAtNewFolders(server.watcher) },
  };
}

/**
 * Touches each new folder, so that the watcher reads it again. The watcher reads a new folder before it starts to watch
 * it, and so misses files that are created in between, which happened to one article in a hundred.
 */
export function lookAgainAtNewFolders(watcher: FolderWatcher): void {
  watcher.on('addDir', (folder) => {
    for (const delay of LOOKS) setTimeout(() => void touch(folder), delay).unref();
  });
}

/** Sets the times of a folder to their current values, which is enough to notify the watcher. */
async function touch(folder: string): Promise<void> {
  try {
    const { atime, mtime } = await stat(folder);
    await utimes(folder, atime, mtime);
  } catch {
    // The folder was deleted or belongs to another user, so the first reading must do.
  }
}
