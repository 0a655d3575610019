import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import type { FileCache } from '#storage/file-cache.ts';
import {
  COPIES,
  type FoundOutput,
  isCompressing,
  lookThrough,
  lookThroughApart,
  NOTES,
  notedFiles,
  openRows,
  originalOf,
  type OutputFolders,
  stampOf,
  TABLE,
} from './output-scan.ts';

/** There while a build is at work: one that was killed may have left notes and copies that disagree. */
const AT_WORK = 'build-at-work';

let folders: OutputFolders = { cache: '', output: '' };
let looking: Promise<FoundOutput> | null = null;
/** The rows as the last build left them. */
let before: FileCache<true> | null = null;
/** Whether Astro has notes of an earlier build, and need not render all. */
let isNoted = false;
/** What was found as it was left. */
let found: string[] = [];
/** What Astro has noted in this build. */
let noted: ReadonlySet<string> = new Set();
/** What this build has rendered of it. */
const rendered = new Set<string>();

/** What is written beside a page. */
const COMPRESSED = ['.br', '.gz'];

const foldersOf = ({ cacheDir, outDir }: AstroConfig): OutputFolders => ({
  cache: fileURLToPath(cacheDir),
  output: fileURLToPath(outDir),
});

/** The rows that this build finds, and leaves to the next. */
const rows = () => (before ??= openRows(folders));

/**
 * Whether a file of the output folder is as the last build left it: what that build did to it need not be done again.
 *
 * @param path in the output folder
 */
export function isAsBefore(output: string, path: string): boolean {
  return rows().get(path, stampOf(join(output, path))) === true;
}

/**
 * Says that this build renders a page: all others that it found are as they were.
 *
 * @param path in the output folder
 */
export function noteRendered(path: string): void {
  rendered.add(path);
}

/** Whether this build renders all pages, having none of an earlier one. */
export const isWhole = () => !isNoted || found.length === 0;

/**
 * Lets a build reuse the output of the last one. Before anything is rendered, the output folder loses all
 * that is not, byte for byte, what Astro's notes speak of: whatever was done to the folder in between, a
 * page that is kept is one that would be rendered the same.
 */
export function keptOutput(): AstroIntegration {
  let isBuilding = false;
  return {
    name: 'kept-output',
    hooks: {
      'astro:config:setup': ({ command }) => {
        isBuilding = command === 'build';
      },
      'astro:config:done': ({ config }) => {
        folders = foldersOf(config);
        if (isBuilding) looking = lookThroughApart(folders);
      },
      'astro:build:start': async () => {
        const { cache, output } = folders;
        await mkdir(cache, { recursive: true });
        const killed = existsSync(join(cache, AT_WORK));
        if (killed) forget(cache);
        writeFileSync(join(cache, AT_WORK), '');
        const seen = killed || !looking ? lookThrough(folders, killed) : await looking;
        ({ isNoted, stays: found } = seen);
        before = null;
        for (const path of seen.goes) rmSync(join(output, path), { recursive: true, force: true });
      },
      'astro:build:generated': () => {
        const { cache, output } = folders;
        noted = notedFiles(cache);
        const isOfThisBuild = (path: string) => {
          const original = originalOf(path);
          // Beside a page that was rendered again stands what was compressed of the one before.
          return noted.has(original) && (path === original || isAsBefore(output, original));
        };
        // What was kept and is not of this build: the page of an article that is no more. What this build wrote in its
        // place, without a note, is another file.
        for (const path of found.filter((path) => !isOfThisBuild(path) && isAsBefore(output, path)))
          removeFile(output, path);
      },
    },
  };
}

/** The same, once all else is done: notes which files the next build may find. */
export function keptOutputDone(): AstroIntegration {
  return {
    name: 'kept-output-done',
    hooks: {
      'astro:build:done': () => {
        const { cache, output } = folders;
        const untouched = new Set(found.filter((path) => !rendered.has(originalOf(path))));
        const keepRow = (path: string) => {
          if (untouched.has(path)) return rows().last(path) === true;
          const stamp = stampOf(join(output, path));
          if (stamp) rows().set(path, stamp, true);
          return stamp !== '';
        };
        // Both or neither of the compressed ones are there.
        const beside = isCompressing() ? COMPRESSED : [];
        for (const path of noted) if (keepRow(path)) beside.every((end) => keepRow(`${path}${end}`));
        rows().saveUsed();
        rmSync(join(cache, AT_WORK), { force: true });
      },
    },
  };
}

/** Makes the next build a whole one. */
function forget(cache: string): void {
  for (const name of [NOTES, COPIES, TABLE]) rmSync(join(cache, name), { recursive: true, force: true });
}

/** Takes a file away, and the folders that it leaves empty. */
function removeFile(root: string, path: string): void {
  rmSync(join(root, path), { recursive: true, force: true });
  const folder = dirname(path);
  if (folder !== '.' && readdirSync(join(root, folder)).length === 0) removeFile(root, folder);
}
