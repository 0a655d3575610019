import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { type KeptTable, openTable } from '#content/kept-table.ts';
import { isDrawnPicture } from './pictures.ts';
import { isNamedByContent } from './search-index.ts';
import { isSharingPicture } from './sharing-pictures.ts';

/** Where Astro notes what it rendered, and keeps a copy of it. */
const NOTES = 'incremental-build.json';
const COPIES = 'dist';
/** There while a build is at work: one that was killed may have left notes and copies that disagree. */
const AT_WORK = 'build-at-work';
/** The files that a build may leave as they are, by their paths in the output folder. */
const TABLE = 'kept-output.table';

interface Folders {
  cache: string;
  output: string;
}

let folders: Folders = { cache: '', output: '' };
/** The rows as the last build left them. */
let before: KeptTable<true> | null = null;
/** Whether Astro has notes of an earlier build, and need not render all. */
let isNoted = false;
/** What Astro rendered in an earlier build and this one found as it was left, with what is written beside it. */
let found: string[] = [];
/** What Astro has noted in this build. */
let rendered: ReadonlySet<string> = new Set();

/** What is written beside a page, and is as good as it. */
const COMPRESSED = ['.br', '.gz'];
const originalOf = (path: string) => path.replace(/\.(?:br|gz)$/u, '');
/** Whether this build writes it. */
export const isCompressing = () => process.env['PRECOMPRESS'] !== '0';

const foldersOf = ({ cacheDir, outDir }: AstroConfig): Folders => ({
  cache: fileURLToPath(cacheDir),
  output: fileURLToPath(outDir),
});

/** The rows of one output folder: several may be built from the same cache. */
const openRows = ({ cache }: Folders) => openTable<true>(join(cache, TABLE), '1');

/**
 * Whether a file of the output folder is as the last build left it: what that build did to it need not be done again.
 *
 * @param path in the output folder
 */
export function isAsBefore(output: string, path: string): boolean {
  return before?.find(path, stampOf(join(output, path))) === true;
}

/** Whether this build renders all pages, having none of an earlier one. */
export const isWhole = () => !isNoted;

/** Whether Astro rendered a file of the output folder, or left it as it had: it is finished since. */
export function isRendered(path: string): boolean {
  return rendered.has(path);
}

/**
 * Lets a build reuse the output of the last one. Before anything is rendered, the output folder loses all
 * that is not, byte for byte, what Astro's notes speak of: whatever was done to the folder in between, a
 * page that is kept is one that would be rendered the same.
 */
export function keptOutput(): AstroIntegration {
  return {
    name: 'kept-output',
    hooks: {
      'astro:config:done': ({ config }) => {
        folders = foldersOf(config);
      },
      'astro:build:start': async () => {
        const { cache, output } = folders;
        await mkdir(cache, { recursive: true });
        const killed = existsSync(join(cache, AT_WORK));
        if (killed) forget(cache);
        writeFileSync(join(cache, AT_WORK), '');
        const noted = notedFiles(cache);
        isNoted = noted.size > 0;
        before = openRows(folders);
        found = [];
        if (!existsSync(output)) return;
        clear(output, '', (path) => {
          if (isDrawnPicture(path) || isSharingPicture(path)) return true;
          if (isNamedByContent(path) && !killed) return true;
          const original = originalOf(path);
          const stays =
            noted.has(original) && (path === original || isCompressing()) && isAsBefore(output, path);
          if (stays) found.push(path);
          return stays;
        });
      },
      'astro:build:generated': () => {
        const { cache, output } = folders;
        const noted = notedFiles(cache);
        rendered = noted;
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
        const rows = openRows(folders);
        const keepRow = (path: string) => {
          const stamp = stampOf(join(output, path));
          if (stamp) rows.keep(path, stamp, true);
          return stamp !== '';
        };
        // Both or neither of the compressed ones are there.
        for (const path of rendered) if (keepRow(path)) COMPRESSED.every((end) => keepRow(`${path}${end}`));
        rows.save('forget');
        rmSync(join(cache, AT_WORK), { force: true });
      },
    },
  };
}

/** Makes the next build a whole one. */
function forget(cache: string): void {
  for (const name of [NOTES, COPIES, TABLE]) rmSync(join(cache, name), { recursive: true, force: true });
}

interface Notes {
  routes: Record<string, { paths: Record<string, { outputFile: string }> }>;
}

/** Paths in the output folder of all that Astro may leave as it is. */
function notedFiles(cache: string): ReadonlySet<string> {
  try {
    const { routes } = JSON.parse(readFileSync(join(cache, NOTES), 'utf8')) as Notes;
    const files = Object.values(routes).flatMap(({ paths }) => Object.values(paths));
    return new Set(files.map(({ outputFile }) => decodeURI(outputFile)));
  } catch {
    return new Set();
  }
}

/** Takes out of a folder what may not stay, and the folders that are left empty; tells whether it is empty. */
function clear(root: string, folder: string, stays: (path: string) => boolean): boolean {
  let empty = true;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (path === '.git') continue;
    const goes = entry.isDirectory() ? clear(root, path, stays) : !stays(path);
    if (goes) rmSync(join(root, path), { recursive: true, force: true });
    else empty = false;
  }
  return empty;
}

/** Takes a file away, and the folders that it leaves empty. */
function removeFile(root: string, path: string): void {
  rmSync(join(root, path), { recursive: true, force: true });
  const folder = dirname(path);
  if (folder !== '.' && readdirSync(join(root, folder)).length === 0) removeFile(root, folder);
}

function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs}` : '';
}
