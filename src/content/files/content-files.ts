import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '#storage/files-below.ts';

/** All that lies in the content folder, by its path from there, with what the disk tells of it. */
export type ContentFiles = ReadonlyMap<string, Stats>;

/**
 * Looks at each file of the content folder once, for all that checks it. A link is seen as what it is.
 *
 * @param root the project's folder
 */
export function findContentFiles(root: string): ContentFiles {
  const content = join(root, 'content');
  return new Map(filesBelow(content).map((path) => [path, lstatSync(join(content, path))]));
}
