import { mkdirSync, readFileSync, rmdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readChecksummed, writeChecksummed } from '#storage/checksummed-file.ts';
import { digestOf } from '#storage/digest.ts';
import { stampOfFile } from '#storage/file-stamp.ts';
import { filesBelow } from '#storage/files-below.ts';

/** Which files of the last build, besides its pages, may stay in the output folder. */
export interface ReusedFiles {
  /** Whether an integration updates or removes the file at this path of the output folder. */
  isManaged: (path: string) => boolean;
  /** The suffixes of files beside each page, such as its compressed copies. */
  siblings: readonly string[];
}

/**
 * A record of the files of a finished build. The next build deletes it first, so that nothing is reused after a build
 * that was killed.
 */
interface Manifest {
  /** A digest of the output folder and the suffixes beside pages. */
  output: string;
  /** The stamps of the files that the next build may leave in place, by path. */
  files: Record<string, string>;
  /** The digests of the files of Astro's cache, by path. */
  cache: Record<string, string>;
}

const MANIFEST = 'output.manifest';
/** The subfolder of its cache in which Astro copies pages. */
const COPIES = 'dist';

/** The output folder of a fast build. */
export interface ReusedOutput {
  /** Whether the folder was emptied because nothing of the last build can be reused. */
  isEmpty: boolean;
  /** Lists the pages of this build, both rendered and skipped, and removes the other pages of the last build. */
  setPages(pages: readonly URL[]): void;
  /** Records the files that the next build may reuse. */
  record(): void;
}

/**
 * Opens the output folder of a fast build. It removes the files that are new or changed since the last build. It
 * empties the folder and Astro's cache if the last build did not finish, or if the cache has changed since.
 *
 * @param folder the output folder
 * @param cache Astro's cache folder
 */
export function openOutput(
  folder: string,
  cache: string,
  { isManaged, siblings }: ReusedFiles,
): ReusedOutput {
  unlinkCopies(cache);
  const output = digestOf(folder, ...siblings);
  const files = takeFiles(cache, output);
  if (!files) {
    for (const path of [folder, cache]) rmSync(path, { recursive: true, force: true });
  } else {
    for (const path of filesBelow(folder))
      if (files[path] !== stampOfFile(join(folder, path))) removeFile(folder, path);
  }
  linkCopies(folder, cache);
  let recorded: string[] = [];
  return {
    isEmpty: files === null,
    setPages(pages) {
      const current = pages.map((page) => relative(folder, fileURLToPath(page)));
      recorded = current.flatMap((page) => [page, ...siblings.map((end) => `${page}${end}`)]);
      const kept = new Set(recorded);
      for (const [path, stamp] of Object.entries(files ?? {})) {
        const isStale = !kept.has(path) && !isManaged(path);
        // A file of public/ may now have the same path, with another stamp.
        if (isStale && stampOfFile(join(folder, path)) === stamp) removeFile(folder, path);
      }
    },
    record() {
      unlinkCopies(cache);
      const stamps = [...recorded, ...filesBelow(folder).filter(isManaged)].flatMap((path) => {
        const stamp = stampOfFile(join(folder, path));
        return stamp === null ? [] : [[path, stamp] as const];
      });
      const manifest: Manifest = { output, files: Object.fromEntries(stamps), cache: digestsOf(cache) };
      writeChecksummed(join(cache, MANIFEST), Buffer.from(JSON.stringify(manifest)));
    },
  };
}

/** Reads the reusable files of the last build, and deletes its manifest. @returns `null` when nothing can be reused */
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

/** Removes a file, and its folders that become empty. */
function removeFile(root: string, path: string): void {
  rmSync(join(root, path), { force: true });
  try {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) rmdirSync(join(root, folder));
  } catch {
    // The folder contains other files.
  }
}

/**
 * Makes the folder in which Astro copies pages a link to the output folder, so that no page is written twice. Astro
 * restores missing pages from the copies; with the link, it renders them again.
 *
 * Written for Astro 7.3 (core/build/incremental.js). If Astro moves the copies, the link is unused: the cache is larger
 * and slower, but correct. Public alternative: do not call this function.
 */
function linkCopies(folder: string, cache: string): void {
  mkdirSync(cache, { recursive: true });
  symlinkSync(folder, join(cache, COPIES), 'junction');
}

function unlinkCopies(cache: string): void {
  rmSync(join(cache, COPIES), { recursive: true, force: true });
}
