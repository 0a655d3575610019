import { cpSync, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What builds have drawn, as files whose names say what they hold; `assets` is Astro's own, of older projects. */
const KINDS = ['pictures', 'sharing', 'assets'];

/**
 * Gives a build the pictures drawn before. Each build has its own folder, so that none reads a picture that
 * another has not finished.
 *
 * @param shared the cache of the project
 * @param own the cache of the build
 * @returns how many there are
 */
export function lendPictures(shared: string, own: string): number {
  return linkKinds(shared, own);
}

/** Keeps for later what a build has drawn: each file comes whole or not at all. */
export function keepPictures(own: string, shared: string): void {
  linkKinds(own, shared);
}

function linkKinds(from: string, to: string): number {
  return KINDS.reduce((count, kind) => count + link(join(from, kind), join(to, kind)), 0);
}

function link(from: string, to: string): number {
  if (!existsSync(from)) return 0;
  mkdirSync(to, { recursive: true });
  const there = new Set(readdirSync(to));
  const files = readdirSync(from, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { name } of files) {
    if (there.has(name)) continue;
    try {
      linkSync(join(from, name), join(to, name));
    } catch {
      // On two disks there are no links; and another build may just have brought the same picture.
      cpSync(join(from, name), join(to, name));
    }
  }
  return files.length;
}
