import { stat, utimes } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

/** In milliseconds: soon enough for who waits for the page; and once more, for a busy machine. */
const LOOKS = [200, 2000];

/** What Vite's watcher offers that is used here. */
interface FolderWatcher {
  on(event: 'addDir', listener: (folder: string) => void): unknown;
}

/** The development server shows an article whose folder has just come: see `lookAgainAtNewFolders`. */
export function newFolders(): AstroIntegration {
  return {
    name: 'new-folders',
    hooks: { 'astro:server:setup': ({ server }) => lookAgainAtNewFolders(server.watcher) },
  };
}

/**
 * The watcher reads a new folder, then begins to watch it: a file that comes between the two is never told of. One
 * article in a hundred was lost so. A folder that is touched is read again.
 */
export function lookAgainAtNewFolders(watcher: FolderWatcher): void {
  watcher.on('addDir', (folder) => {
    for (const delay of LOOKS) setTimeout(() => void touch(folder), delay).unref();
  });
}

/** Leaves its times as they are: to set them is enough to be told of. */
async function touch(folder: string): Promise<void> {
  try {
    const { atime, mtime } = await stat(folder);
    await utimes(folder, atime, mtime);
  } catch {
    // It is gone, or somebody else's: the watcher does with what it has seen.
  }
}
