import { readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readChecksummed, writeChecksummed } from '#storage/checksummed-file.ts';
import { digestOf } from '#storage/digest.ts';
import { stampOfFile } from '#storage/file-stamp.ts';
import { filesBelow } from '#storage/files-below.ts';

/** Files of the last build that one may leave in place, besides its pages. */
export interface ReusedFiles {
  /** Whether a path in the output is that of a file which an integration brings up to date. */
  isManaged: (path: string) => boolean;
  /** Ends of the files that stand beside a page, such as its compressed copy. */
  siblings: readonly string[];
}

/** What a build that ended left. None exists during a build: after one that was killed, nothing is reused. */
interface Manifest {
  /** Identifies the output folder and what is reused of it. */
  output: string;
  /** The size and time of each file that the next build may leave in place. */
  files: Record<string, string>;
  /** The digest of each file of Astro's cache. */
  cache: Record<string, string>;
}

const MANIFEST = 'output.manifest';

/** The output folder of a fast build. */
export interface ReusedOutput {
  /** Whether nothing of the last build is left. */
  isEmpty: boolean;
  /** Says which pages this build has, rendered or not; those of the last build that are not among them are removed. */
  setPages(pages: readonly URL[]): void;
  /** Records what the next build may reuse. */
  record(): void;
}

/**
 * Opens the output folder of a fast build. Files that are not, by size and time, as the last build left them are
 * removed. After a build that did not end, or when Astro's cache is not as it was left, everything is.
 *
 * @param folder the output folder
 * @param cache Astro's cache folder
 */
export function openOutput(
  folder: string,
  cache: string,
  { isManaged, siblings }: ReusedFiles,
): ReusedOutput {
  const output = digestOf(folder, ...siblings);
  const files = takeFiles(cache, output);
  if (!files) {
    for (const path of [folder, cache]) rmSync(path, { recursive: true, force: true });
  } else {
    for (const path of filesBelow(folder))
      if (files[path] !== stampOfFile(join(folder, path))) removeFile(folder, path);
  }
  let recorded: string[] = [];
  return {
    isEmpty: files === null,
    setPages(pages) {
      const current = pages.map((page) => relative(folder, fileURLToPath(page)));
      recorded = current.flatMap((page) => [page, ...siblings.map((end) => `${page}${end}`)]);
      const kept = new Set(recorded);
      for (const [path, stamp] of Object.entries(files ?? {})) {
        const isStale = !kept.has(path) && !isManaged(path);
        // Another file may have taken its place, from public/.
        if (isStale && stampOfFile(join(folder, path)) === stamp) removeFile(folder, path);
      }
    },
    record() {
      removeCopies(cache);
      const stamps = [...recorded, ...filesBelow(folder).filter(isManaged)].flatMap((path) => {
        const stamp = stampOfFile(join(folder, path));
        return stamp === null ? [] : [[path, stamp] as const];
      });
      const manifest: Manifest = { output, files: Object.fromEntries(stamps), cache: digestsOf(cache) };
      writeChecksummed(join(cache, MANIFEST), Buffer.from(JSON.stringify(manifest)));
    },
  };
}

/** Reads what the last build left of this output, and removes its manifest; `null` when nothing can be reused. */
function takeFiles(cache: string, output: string): Manifest['files'] | null {
  const path = join(cache, MANIFEST);
  const bytes = readChecksummed(path);
  rmSync(path, { force: true });
  if (!bytes) return null;
  const manifest = JSON.parse(bytes.toString()) as Manifest;
  const isWhole = JSON.stringify(manifest.cache) === JSON.stringify(digestsOf(cache));
  return isWhole && manifest.output === output ? manifest.files : null;
}

function digestsOf(folder: string): Record<string, string> {
  const paths = filesBelow(folder).sort();
  return Object.fromEntries(paths.map((path) => [path, digestOf(readFileSync(join(folder, path)))]));
}

/** Removes a file, and the folders that it leaves empty. */
function removeFile(root: string, path: string): void {
  rmSync(join(root, path), { force: true });
  try {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) rmdirSync(join(root, folder));
  } catch {
    // A folder that holds other files.
  }
}

/**
 * Removes the copies that Astro keeps of pages, to restore those that the output lost: here they are rendered again.
 * With them, the cache of ten thousand articles is twice as large.
 *
 * Written for Astro 7.3 (core/build/incremental.js). If Astro moves the copies, they stay: larger and slower, no less
 * right. Publicly: without this function.
 */
function removeCopies(cache: string): void {
  rmSync(join(cache, 'dist'), { recursive: true, force: true });
}
