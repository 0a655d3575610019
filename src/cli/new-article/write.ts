import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '#storage/atomic-write.ts';
import { addTags } from './tags.ts';

/** The files of a new article. */
export interface ArticleFiles {
  slug: string;
  /** The text of index.mdx. */
  text: string;
  cover: { name: string; content: string | Buffer };
  /** Names to add to tags.yaml. */
  newTags: readonly string[];
}

/**
 * Writes a new article to a temporary folder, then moves it by one rename, so that content/ never contains an
 * incomplete article. It is synchronous, so that signal handlers run only after it.
 *
 * @param root the folder of the project
 * @returns `false` when the slug is taken; nothing is then changed
 */
export function writeArticle(root: string, { slug, text, cover, newTags }: ArticleFiles): boolean {
  const articles = join(root, 'content', 'articles');
  const target = join(articles, slug);
  const tagsFile = join(root, 'content', 'tags.yaml');
  if (existsSync(target)) return false;

  mkdirSync(join(root, '.cache'), { recursive: true });
  const temporary = mkdtempSync(join(root, '.cache', 'article-'));
  try {
    const folder = join(temporary, slug);
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.mdx'), text);
    writeFileSync(join(folder, cover.name), cover.content);

    const tagsBefore = readFileSync(tagsFile, 'utf8');
    mkdirSync(articles, { recursive: true });
    // Tags first: an unused tag is harmless, but an article with an unknown tag stops the build.
    if (newTags.length > 0) writeAtomically(tagsFile, addTags(tagsBefore, newTags));
    try {
      renameSync(folder, target);
    } catch (error) {
      if (newTags.length > 0) writeAtomically(tagsFile, tagsBefore);
      if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
      throw error;
    }
    return true;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
