import { type Stats, statSync } from 'node:fs';

/** The stamp of a file: its size and modification time. A changed stamp means that the file must be read again. */
export const stampOf = ({ size, mtimeMs }: Pick<Stats, 'size' | 'mtimeMs'>): string => `${size} ${mtimeMs}`;

/** The stamp of the file at a path; `null` when there is no such file. */
export function stampOfFile(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stampOf(stats) : null;
}
