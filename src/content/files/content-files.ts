import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '#storage/files-below.ts';

/** Every file of the content folder: its `Stats`, by its path from that folder. */
export type ContentFiles = ReadonlyMap<string, Stats>;

/**
 * Lists the files of the content folder once, for all checks. Symbolic links are not followed.
 *
 * @param root the project's folder
 */
export function findContentFiles(root: string): ContentFiles {
  const content = join(root, 'content');
  return new Map(filesBelow(content).map((path) => [path, lstatSync(join(content, path))]));
}
