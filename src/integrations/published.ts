import { readPublication } from '#content/publication.ts';
import { type PublishedFile, readPublishedFiles } from '#content/published-files.ts';

const known = new Map<string, PublishedFile[]>();

/** The published articles of a project, as the build found them: looked for once, however many ask. */
export function publishedFiles(root: string): readonly PublishedFile[] {
  const found = known.get(root) ?? readPublishedFiles(root, readPublication());
  known.set(root, found);
  return found;
}
