import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { addTags } from './tags.ts';

/** What is to be written, all of it or nothing. */
export interface Writing {
  slug: string;
  /** The text of index.mdx. */
  text: string;
  /** The cover's name beside it, and what it is made of: a file to copy, or its text. */
  cover: { name: string } & ({ from: string } | { text: string });
  /** Names to add to tags.yaml. */
  newTags: readonly string[];
}

/**
 * Writes a new article beside the others. All is made ready in a folder of its own, then put in place by
 * its name alone: whoever reads content/ sees the whole article or none. It runs in one go, so that a signal
 * that has a listener waits for its end.
 *
 * @param root the project's folder
 * @returns `false` when an article stands there already, which is left as it is
 */
export function writeArticle(root: string, { slug, text, cover, newTags }: Writing): boolean {
  const articles = join(root, 'content', 'articles');
  const target = join(articles, slug);
  const tagsFile = join(root, 'content', 'tags.yaml');
  if (existsSync(target)) return false;

  mkdirSync(join(root, '.cache'), { recursive: true });
  const made = mkdtempSync(join(root, '.cache', 'article-'));
  try {
    const folder = join(made, slug);
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.mdx'), text);
    if ('from' in cover) copyFileSync(cover.from, join(folder, cover.name));
    else writeFileSync(join(folder, cover.name), cover.text);

    const tagsBefore = readFileSync(tagsFile, 'utf8');
    mkdirSync(articles, { recursive: true });
    // An article with a tag that is not listed would stop the build; a tag without an article does no harm.
    if (newTags.length > 0) replaceFile(tagsFile, addTags(tagsBefore, newTags), made);
    try {
      renameSync(folder, target);
    } catch (error) {
      if (newTags.length > 0) replaceFile(tagsFile, tagsBefore, made);
      if (isTakenError(error)) return false;
      throw error;
    }
    return true;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function replaceFile(file: string, text: string, folder: string): void {
  const draft = join(folder, 'tags.yaml');
  writeFileSync(draft, text);
  renameSync(draft, file);
}

function isTakenError(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '');
}
