import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InventedArticle } from './article.ts';
import { type Around, writeBlocks } from './markdown.ts';

const quoted = (attributes: readonly string[]) => attributes.map((text) => JSON.stringify(text));

const ELEVENTY: Around = (name, attributes, text) =>
  `{% ${name} ${quoted(attributes).join(', ')} %}\n${text}\n{% end${name} %}`;
const HUGO: Around = (name, attributes, text) => {
  const code = name === 'figure' ? 'keyfigure' : name;
  return `{{< ${code} ${quoted(attributes).join(' ')} >}}\n${text}\n{{< /${code} >}}`;
};

/** Sections that an article is listed in: its own, then the one above. */
export type SectionsOf = (category: string) => string[];

/** Writes an article as Eleventy reads it. */
export function writeForEleventy(
  root: string,
  article: InventedArticle,
  { sectionsOf, layout }: { sectionsOf: SectionsOf; layout: string },
): void {
  const { slug, title, description, day, category, tags, author, cover, blocks } = article;
  const fields = {
    layout,
    permalink: `/articles/${slug}/index.html`,
    title,
    description,
    day,
    sections: sectionsOf(category),
    keywords: tags,
    authors: [author.slug],
    cover: String(cover),
  };
  const folder = join(root, 'src', 'articles');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${slug}.md`),
    `---json\n${JSON.stringify(fields)}\n---\n${writeBlocks(blocks, ELEVENTY)}`,
  );
}

/** Writes an article as Hugo reads it. */
export function writeForHugo(root: string, article: InventedArticle, sectionsOf: SectionsOf): void {
  const { slug, title, description, day, category, tags, author, cover, blocks } = article;
  const fields = {
    title,
    description,
    date: day,
    rubriques: sectionsOf(category),
    etiquettes: tags,
    auteurs: [author.slug],
    periodes: [day.slice(0, 4), day.slice(0, 7)],
    cover: String(cover),
  };
  const folder = join(root, 'content', 'articles');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${slug}.md`), `${JSON.stringify(fields)}\n\n${writeBlocks(blocks, HUGO)}`);
}
