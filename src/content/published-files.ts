import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitArticle } from './article-file.ts';
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
 * @param now what is published later is left out, as are drafts
 */
export function readPublishedFiles(root: string, now: Date): PublishedFile[] {
  const folder = join(root, 'content', 'articles');
  return readdirSync(folder)
    .sort()
    .flatMap((slug) => {
      const source = splitArticle(readArticle(join(folder, slug, 'index.mdx')));
      const checked = source && articleFileSchema.safeParse(readYaml(source.frontMatter).data);
      if (!checked?.success || checked.data.draft || checked.data.publishedAt > now) return [];
      return [{ slug, data: checked.data }];
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
