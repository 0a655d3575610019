import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readChecksummed, writeChecksummed } from '#storage/checksummed-file.ts';
import { digestOf } from '#storage/digest.ts';
import { filesBelow } from '#storage/files-below.ts';

/** What Astro (7.3) keeps in its cache folder, and takes as it finds it. */
const NOTES = 'incremental-build.json';
const COPIES = 'dist';
const FILES = [NOTES, 'data-store.json'];
const FOLDERS = [COPIES, 'fonts'];
/** The digest of each of these files, as the last build left them. */
const MANIFEST = 'astro-cache.manifest';

/** Notes how a build leaves what Astro keeps. */
export function recordAstroCache(cache: string): void {
  writeChecksummed(join(cache, MANIFEST), Buffer.from(JSON.stringify(Object.fromEntries(digests(cache)))));
}

/** Removes of it what is not as the last build left it; what Astro lacks, it makes anew. */
export function mendAstroCache(cache: string): void {
  const manifest = readChecksummed(join(cache, MANIFEST));
  const before = manifest ? (JSON.parse(manifest.toString()) as Record<string, string>) : {};
  for (const [path, digest] of digests(cache)) {
    if (before[path] === digest) continue;
    rmSync(join(cache, path));
    // Astro's manifest names the copy that was just removed.
    if (path.startsWith(`${COPIES}/`)) rmSync(join(cache, NOTES), { force: true });
  }
}

/** Removes all of it: it is true only of a build that ended. */
export function forgetAstroCache(cache: string): void {
  for (const name of [...FILES, ...FOLDERS]) rmSync(join(cache, name), { recursive: true, force: true });
}

function digests(cache: string): [path: string, digest: string][] {
  const paths = [
    ...FILES.filter((name) => existsSync(join(cache, name))),
    ...FOLDERS.flatMap((name) => filesBelow(join(cache, name)).map((path) => `${name}/${path}`)),
  ];
  return paths.map((path) => [path, digestOf(readFileSync(join(cache, path)))]);
}
