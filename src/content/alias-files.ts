import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitArticle } from './article-file.ts';
import { articleFileSchema } from './schema.ts';
import { readYaml } from './yaml-source.ts';

/**
 * The old addresses of articles, read from their files, for what must know them before content is loaded.
 *
 * @param root the project's folder
 * @param now what is published later has no old address yet, nor has a draft
 * @returns new address by old one, both without base path
 */
export function readAliases(root: string, now: Date): Record<string, string> {
  const folder = join(root, 'content', 'articles');
  const aliases: Record<string, string> = {};
  for (const slug of readdirSync(folder).sort()) {
    const source = splitArticle(readArticle(join(folder, slug, 'index.mdx')));
    const checked = source && articleFileSchema.safeParse(readYaml(source.frontMatter).data);
    if (!checked?.success || checked.data.draft || checked.data.publishedAt > now) continue;
    for (const alias of checked.data.aliases) aliases[alias] = `/articles/${slug}/`;
  }
  return aliases;
}

/** An empty text for a folder without an article: the content check has its own words for that. */
function readArticle(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
