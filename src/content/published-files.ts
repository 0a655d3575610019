import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitArticle } from './article-file.ts';
import { isShown, type Publication } from './publication.ts';
import { type ArticleFile, articleFileSchema } from './schema.ts';
import { readYaml } from './yaml-source.ts';

export interface PublishedFile {
  slug: string;
  data: ArticleFile;
}

/**
 * The front matters of published articles, read from their files, for what must know them outside of a page.
 * What is wrong in a file is left to the content check, which has its own words for it.
 *
 * @param root the project's folder
 * @param publication what is left out: drafts and what is to come, but for a preview
 */
export function readPublishedFiles(root: string, publication: Publication): PublishedFile[] {
  const folder = join(root, 'content', 'articles');
  return readdirSync(folder)
    .sort()
    .flatMap((slug) => {
      const source = splitArticle(readArticle(join(folder, slug, 'index.mdx')));
      const checked = source && articleFileSchema.safeParse(readYaml(source.frontMatter).data);
      return checked?.success && isShown(checked.data, publication) ? [{ slug, data: checked.data }] : [];
    });
}

/** An empty text for a folder without an article. */
function readArticle(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
