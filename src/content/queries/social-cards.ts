import { CENTRE } from '#lib/focal-point.ts';
import { lazy } from '#lib/lazy.ts';
import type { PictureFile } from '#lib/pictures.ts';
import type { CardFile, CardSubject } from '#model/social-card.ts';
import { type ArticleSummary, getArticles } from './articles.ts';
import { cardKey } from './cache-keys.ts';
import { getSite } from './site.ts';
import { type Category, getCategories } from './taxonomy.ts';

const EMPTY = { label: null, lead: null, accent: null, cover: null, focus: CENTRE };

/** The social cards of the magazine, of each category and of each article. */
export const getSocialCards = lazy(async (): Promise<CardFile[]> => {
  const [{ name, tagline }, categories, articles] = await Promise.all([
    getSite(),
    getCategories(),
    getArticles(),
  ]);
  return [
    card('magazine', { ...EMPTY, wordmark: null, headline: name, lead: tagline }),
    ...[...categories.values()].map((category) => categoryCard(category, name)),
    ...articles.map((article) => articleCard(article, name)),
  ];
});

function card(path: string, subject: CardSubject, cover: PictureFile | null = null): CardFile {
  return { path, subject, cacheKey: cardKey(subject, cover) };
}

function categoryCard({ path, parent, name, description, accent }: Category, wordmark: string): CardFile {
  const label = parent?.name ?? null;
  const subject = { ...EMPTY, wordmark, label, headline: name, lead: description, accent };
  return card(['rubriques', ...path].join('/'), subject);
}

function articleCard({ slug, title, category, cover }: ArticleSummary, wordmark: string): CardFile {
  const { name: label, accent } = category;
  const { image, focus } = cover;
  const subject = { ...EMPTY, wordmark, label, headline: title, accent, cover: image.file, focus };
  return card(`articles/${slug}`, subject, image);
}
