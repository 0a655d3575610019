import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lists all that lies below a folder, at any depth, but the folders themselves. Unlike Node's `recursive` it follows no
 * link, which may lead out of the folder or back into it, and takes a tenth of its time.
 *
 * @returns paths from that folder, with « / », in the order of the disk; none when the folder is not there
 */
export function filesBelow(folder: string): string[] {
  return existsSync(folder) ? filesOf(folder, '') : [];
}

function filesOf(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesOf(root, path) : path;
  });
}
