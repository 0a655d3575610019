import { stat, utimes } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

/** In milliseconds: the first is short for the editor who waits for the page, the second is for a busy machine. */
const LOOKS = [200, 2000];

/** The part of Vite's watcher that is used here. */
interface FolderWatcher {
  on(event: 'addDir', listener: (folder: string) => void): unknown;
}

/** Makes the development server show the article of a new folder: see `lookAgainAtNewFolders`. */
export function newFolders(): AstroIntegration {
  return {
    name: 'new-folders',
    hooks: { 'astro:server:setup': ({ server }) => lookAgainAtNewFolders(server.watcher) },
  };
}

/**
 * Touches new folders, so that the watcher reads them again. It reads a new folder before it starts to watch it, and
 * misses a file that is created in between: one article in a hundred was lost.
 */
export function lookAgainAtNewFolders(watcher: FolderWatcher): void {
  watcher.on('addDir', (folder) => {
    for (const delay of LOOKS) setTimeout(() => void touch(folder), delay).unref();
  });
}

/** Sets the times of a folder to their own values, which is enough to notify the watcher. */
async function touch(folder: string): Promise<void> {
  try {
    const { atime, mtime } = await stat(folder);
    await utimes(folder, atime, mtime);
  } catch {
    // The folder was deleted, or belongs to another user: the watcher relies on its first reading.
  }
}
