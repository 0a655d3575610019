import { statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

/** Of each file of the content folder, by its path from the project's folder, its size and time. */
export type SeenFiles = ReadonlyMap<string, string>;

const SEEN = Symbol.for('innovations: files that the check of the content has seen');

/** Modules of this room are loaded more than once in a build, by Node, by Vite and in the bundle: all find it here. */
const everywhere = globalThis as { [SEEN]?: { roots: readonly string[]; files: SeenFiles } | null };

const NONE: SeenFiles = new Map();

/**
 * Lets a build read files as its check has seen them, without another look: what was changed meanwhile is for the next
 * one. `null` for files that change while they are read.
 */
export function rememberSeen(root: string, files: SeenFiles | null): void {
  const folder = resolve(root);
  everywhere[SEEN] = files && { roots: [folder, folder + sep], files };
}

/** What was remembered of this project’s content; nothing where it may change. */
export function seenFiles(root: string): SeenFiles {
  const seen = everywhere[SEEN];
  return seen?.roots.includes(root) ? seen.files : NONE;
}

/**
 * The size and time of a file, which change when it does.
 *
 * @param file path from the project's folder
 * @returns `null` when there is no such file
 */
export function stampOfFile(root: string, file: string): string | null {
  const stamp = seenFiles(root).get(file);
  if (stamp !== undefined) return stamp;
  const stats = statSync(join(root, file), { throwIfNoEntry: false });
  return stats?.isFile() ? stampOf(stats) : null;
}

/** What says that a file is as it was. */
export const stampOf = ({ size, mtimeMs }: { size: number; mtimeMs: number }): string => `${size} ${mtimeMs}`;

/** The stamps of files that were looked at, which come by their paths in the content folder. */
export function stampsOf(files: ReadonlyMap<string, { size: number; mtimeMs: number }>): SeenFiles {
  return new Map([...files].map(([path, stats]) => [`content/${path}`, stampOf(stats)]));
}
