import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroPrerenderer } from 'astro';
import { filesBelow } from '#storage/files-below.ts';
import { COPIES, NOTES, type Notes } from './output-scan.ts';

export type PathToRender = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** Which pages are written by who renders them. */
export interface PageFiles {
  /** Where a page is to be written, by its `outputPath`; `null` where Astro must. */
  of(path: string): string | null;
  /** Says that the page is written. */
  note(file: string): void;
  /** Adds these pages to what Astro noted of its own, from which it tells what it need not render again. */
  addToNotes(): void;
}

/**
 * Has pages written by who renders them. Astro (7.3, core/build/generate.js) would write each twice, one of them a copy
 * to put back where the output is lost; and hand each operation on a file to a thread, and back.
 *
 * @param paths of pages of which Astro would note nothing but their key
 */
export function pageFiles(
  { outDir, publicDir, cacheDir }: AstroConfig,
  paths: readonly PathToRender[],
): PageFiles {
  const output = fileURLToPath(outDir);
  const fileOf = (path: string) => join(output, path, 'index.html');
  // Of what stands in `public` as well, Astro tells the conflict.
  const published = new Set(namesIn(fileURLToPath(publicDir)));
  const written = new Set<string>();
  /** One of each kind, which Astro notes with the digest of the code that all of its kind have. */
  const noted = new Map<string, string>();
  for (const { pathname, route, cacheKey } of paths)
    if (cacheKey !== undefined && !noted.has(route.component)) noted.set(route.component, fileOf(pathname));
  const astros = new Set(noted.values());

  /** A page that is written here later leaves its copy as it was: where the output lost it, Astro would put that back. */
  const removeCopies = () => {
    const copies = fileURLToPath(new URL(`${COPIES}/`, cacheDir));
    for (const path of filesBelow(copies)) {
      const file = join(output, path);
      if (astros.has(file) || written.has(file)) rmSync(join(copies, path));
    }
  };

  return {
    of(path) {
      const [first = ''] = path.split('/');
      const file = join(output, path);
      return published.has(first) || astros.has(file) ? null : file;
    },
    note: (file) => void written.add(file),
    addToNotes() {
      removeCopies();
      if (written.size === 0) return;
      const place = fileURLToPath(new URL(NOTES, cacheDir));
      const notes = JSON.parse(readFileSync(place, 'utf8')) as Notes;
      for (const { pathname, route, cacheKey } of paths) {
        const kind = notes.routes[route.component];
        if (!kind || cacheKey === undefined || !written.has(fileOf(pathname))) continue;
        const outputFile = join(encodeURI(pathname).replace(/^\//u, ''), 'index.html');
        kind.paths[pathname] = { cacheKey, outputFile };
      }
      writeFileSync(place, JSON.stringify(notes));
    },
  };
}

/** Where Astro writes what has an address, in the output folder. */
export function outputPath(url: string, base: string): string {
  const path = decodeURI(new URL(url).pathname).slice(base.replace(/\/$/u, '').length + 1);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** Writes a page, and the folders that lead to it. */
export function writePage(file: string, page: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, page);
}

/** The names in a folder; none where there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
