import { type Stats, statSync } from 'node:fs';

/** The stamp of a file: its size and modification time. The file is read again only when they change. */
export const stampOf = ({ size, mtimeMs }: Pick<Stats, 'size' | 'mtimeMs'>): string => `${size} ${mtimeMs}`;

/** The stamp of the file at a path; `null` when there is none. */
export function stampOfFile(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stampOf(stats) : null;
}
