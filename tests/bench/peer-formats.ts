import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block, InventedArticle } from './article.ts';

/** How an engine writes a component of its own around a text. */
interface Notation {
  around(name: string, attributes: readonly string[], text: string): string;
}

const quoted = (attributes: readonly string[]) => attributes.map((text) => JSON.stringify(text));

const ELEVENTY: Notation = {
  around: (name, attributes, text) =>
    `{% ${name} ${quoted(attributes).join(', ')} %}\n${text}\n{% end${name} %}`,
};
const HUGO: Notation = {
  around: (name, attributes, text) => {
    const code = name === 'figure' ? 'keyfigure' : name;
    return `{{< ${code} ${quoted(attributes).join(' ')} >}}\n${text}\n{{< /${code} >}}`;
  },
};

function markdown(block: Block, { around }: Notation): string {
  switch (block.kind) {
    case 'heading':
      return `## ${block.text}`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'note':
      return around('note', [block.title], block.text);
    case 'quotation':
      return around('quotation', [block.author], block.text);
    case 'figure':
      return around('figure', [block.value, block.source], block.text);
    case 'timeline': {
      const steps = block.steps.map(({ date, text }) => around('step', [date], text));
      return around('timeline', [block.title], steps.join('\n'));
    }
    default:
      return block.text;
  }
}

const body = (blocks: readonly Block[], notation: Notation) =>
  blocks.map((block) => `${markdown(block, notation)}\n`).join('\n');

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
    `---json\n${JSON.stringify(fields)}\n---\n${body(blocks, ELEVENTY)}`,
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
  writeFileSync(join(folder, `${slug}.md`), `${JSON.stringify(fields)}\n\n${body(blocks, HUGO)}`);
}
