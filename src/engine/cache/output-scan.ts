import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type FileCache, openFileCache } from '#storage/file-cache.ts';
import { isNamedByContent, isPlaced } from './output-names.ts';

/** Where Astro notes what it rendered, and keeps a copy of it. */
export const NOTES = 'incremental-build.json';
/** Where Astro keeps a copy of what it rendered. */
export const COPIES = 'dist';
/** The files that a build may leave as they are, by their paths in the output folder. */
export const TABLE = 'kept-output.table';

export interface OutputFolders {
  cache: string;
  output: string;
}

/** What a build finds in its output folder. */
export interface FoundOutput {
  /** Whether Astro has notes of an earlier build, and need not render all. */
  isNoted: boolean;
  /** What Astro rendered in an earlier build and this one finds as it was left, with what is written beside it. */
  stays: string[];
  /** Files that are nothing of this, and folders in which nothing is. */
  goes: string[];
}

/** Whether this build writes compressed copies. */
export const isCompressing = () => process.env['PRECOMPRESS'] !== '0';

/** The page that a compressed copy is made of, and is as good as. */
export const originalOf = (path: string) => path.replace(/\.(?:br|gz)$/u, '');

/** The rows of one output folder: several may be built from the same cache. */
export const openRows = ({ cache }: OutputFolders): FileCache<true> =>
  openFileCache<true>(join(cache, TABLE), '1');

/** The size and time of a file; nothing when there is none. */
export function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs}` : '';
}

/** Of Astro’s notes, what is read and written here. */
export interface Notes {
  /** Name the configuration and the packages: with others, Astro takes nothing of its notes. */
  configHash?: string;
  lockfileHash?: string;
  routes: Record<
    string,
    { dependencyHash: string; paths: Record<string, { cacheKey: string; outputFile: string }> }
  >;
}

/** Paths in the output folder of all that Astro may leave as it is. */
export function notedFiles(cache: string): ReadonlySet<string> {
  try {
    const { routes } = JSON.parse(readFileSync(join(cache, NOTES), 'utf8')) as Notes;
    const files = Object.values(routes).flatMap(({ paths }) => Object.values(paths));
    return new Set(files.map(({ outputFile }) => decodeURI(outputFile)));
  } catch {
    return new Set();
  }
}

/**
 * Looks through the output folder for what may stay in it: what is, byte for byte, what Astro’s notes speak of, and
 * what is named by what it holds.
 *
 * @param killed whether the last build was, and may have left files half written
 */
export function lookThrough(folders: OutputFolders, killed = false): FoundOutput {
  const { cache, output } = folders;
  const noted = notedFiles(cache);
  const found: FoundOutput = { isNoted: noted.size > 0, stays: [], goes: [] };
  if (!existsSync(output)) return found;
  const rows = openRows(folders);
  const stays = (path: string) => {
    if (isPlaced(path)) return true;
    if (isNamedByContent(path) && !killed) return true;
    const original = originalOf(path);
    const isLeft =
      noted.has(original) &&
      (path === original || isCompressing()) &&
      rows.get(path, stampOf(join(output, path))) === true;
    if (isLeft) found.stays.push(path);
    return isLeft;
  };
  noteWhatGoes(output, '', stays, found.goes);
  return found;
}

/** Notes what may not stay, a folder in which nothing does by its own path; tells whether anything does. */
function noteWhatGoes(
  root: string,
  folder: string,
  stays: (path: string) => boolean,
  goes: string[],
): boolean {
  const gone: string[] = [];
  let isKept = false;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (path === '.git') continue;
    const kept = entry.isDirectory() ? noteWhatGoes(root, path, stays, goes) : stays(path);
    if (kept) isKept = true;
    else gone.push(path);
  }
  if (isKept || folder === '') for (const path of gone) goes.push(path);
  return isKept;
}

/** The same on a thread of its own, while the build reads the content: ten thousand folders take a quarter of a second. */
export function lookThroughApart(folders: OutputFolders): Promise<FoundOutput> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./output-thread.ts', import.meta.url), { workerData: folders });
    thread.once('message', (found: FoundOutput) => resolve(found));
    thread.once('error', () => resolve(lookThrough(folders)));
  });
}
