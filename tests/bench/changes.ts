import type { InventedArticle } from './article.ts';

/** What is done to a magazine between two builds, in the order of the bench. */
export const STEPS = ['cold', 'unchanged', 'body', 'title', 'new', 'template'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_NAMES: Readonly<Record<Step, string>> = {
  cold: 'everything, nothing kept',
  unchanged: 'nothing changed',
  body: 'one word in one article',
  title: 'one title',
  new: 'one new article',
  template: 'one template',
};

/** The same article with another word at its end. */
export function withAnotherWord(article: InventedArticle): InventedArticle {
  return { ...article, blocks: [...article.blocks, { kind: 'paragraph', text: 'Un mot de plus, corrigé.' }] };
}

export function withAnotherTitle(article: InventedArticle): InventedArticle {
  return { ...article, title: `${article.title}, corrigé` };
}
