import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authors, type InventedArticle } from './article.ts';
import { type Around, type ComponentName, writeBlocks } from './markdown.ts';

/** The components of the magazine, with their attributes. */
const COMPONENTS: Readonly<Record<ComponentName, readonly [name: string, ...attributes: string[]]>> = {
  note: ['Encadre', 'titre'],
  quotation: ['Citation', 'auteur'],
  figure: ['ChiffreCle', 'valeur', 'source'],
  step: ['Etape', 'date'],
  timeline: ['Chronologie', 'titre'],
};

const MDX: Around = (name, values, text) => {
  const [component, ...attributes] = COMPONENTS[name];
  const written = attributes.map(
    (attribute, index) => ` ${attribute}="${values[index]?.replace(/"/gu, '')}"`,
  );
  const gap = name === 'note' ? '\n\n' : '\n';
  return `<${component}${written.join('')}>${gap}${text}${gap}</${component}>`;
};

/** An article as an editor of this magazine writes it. */
export function articleSource(article: InventedArticle): string {
  const { title, description, day, category, tags, author, blocks } = article;
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    `description: ${JSON.stringify(description)}`,
    `publishedAt: ${day}`,
    `category: ${category}`,
    'tags:',
    ...tags.map((tag) => `  - ${JSON.stringify(tag)}`),
    'authors:',
    `  - ${author.slug}`,
    'cover:',
    '  src: ./couverture.svg',
    '  alt: Des aplats de couleur, comme une affiche.',
    '  caption: Une image inventée.',
    '  credit: Illustration Innovations',
    '---',
    '',
    writeBlocks(blocks, MDX),
  ].join('\n');
}

/** A cover: three flat shapes, different for each number. */
export function drawCover(number: number): string {
  const hue = (number * 47) % 360;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900" viewBox="0 0 1600 900">',
    `<rect width="1600" height="900" fill="hsl(${hue} 40% 88%)"/>`,
    `<circle cx="${300 + number * 90}" cy="420" r="260" fill="hsl(${hue} 60% 45%)"/>`,
    `<path d="M0 900 800 ${500 - number * 20} 1600 900Z" fill="hsl(${hue} 50% 25%)"/></svg>\n`,
  ].join('');
}

/** Writes those who sign in a content folder. */
export function writeAuthors(content: string): void {
  const folder = join(content, 'authors');
  mkdirSync(folder, { recursive: true });
  for (const { slug, name } of authors)
    writeFileSync(join(folder, `${slug}.yaml`), `name: ${name}\ndescription: Une signature inventée.\n`);
}

/** Writes an article and its cover in a content folder. */
export function writeArticle(content: string, article: InventedArticle): void {
  const folder = join(content, 'articles', article.slug);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.mdx'), articleSource(article));
  writeFileSync(join(folder, 'couverture.svg'), drawCover(article.cover));
}
