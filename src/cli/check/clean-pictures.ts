import { readFileSync } from 'node:fs';
import { describeRemoved } from '#cli/lib/removed-data.ts';
import { articlePictures } from '#content/checks/project/article-pictures.ts';
import type { Project } from '#content/checks/project/project.ts';
import { cleanPhotograph } from '#images/clean-photograph.ts';
import { fr } from '#lib/typography/fr.ts';
import { writeAtomically } from '#storage/atomic-write.ts';

/**
 * Removes the metadata of the photographs in articles' folders. Each file is replaced atomically. Damaged files are
 * skipped, because the content check reports them.
 *
 * @returns a line in French for each file that changed
 */
export async function cleanPictures(project: Pick<Project, 'root' | 'documents'>): Promise<string[]> {
  const lines: string[] = [];
  // Photographs are cleaned one at a time, because a decoded one takes hundreds of megabytes.
  for (const { file, path } of articlePictures(project)) {
    const clean = await cleanPhotograph(readFileSync(path)).catch(() => null);
    if (!clean?.removed) continue;
    writeAtomically(path, clean.bytes, true);
    const { credit } = clean.removed;
    const author = credit === null ? '' : fr`. Elles nommaient l’auteur : « ${credit} »`;
    lines.push(fr`${file} : ${describeRemoved(clean.removed)}${author}.`);
  }
  return lines;
}
