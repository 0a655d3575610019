import { type ArticleSummary, getArticles } from './articles.ts';
import { once } from './once.ts';
import type { SharingSubject } from './sharing.ts';
import { getSite } from './site.ts';
import { type Category, getCategories } from './taxonomy.ts';

interface DrawnSubject {
  /** Path of the picture under /partage/, without its extension. */
  path: string;
  subject: SharingSubject;
}

/** What no picture shows unless it says so. */
const PLAIN = { label: null, lead: null, accent: null, cover: null };

/** Every picture to draw for sharing: the magazine's, each category's, each article's. */
export const getSharingSubjects = once(async (): Promise<DrawnSubject[]> => {
  const [{ name, tagline }, categories, articles] = await Promise.all([
    getSite(),
    getCategories(),
    getArticles(),
  ]);
  const magazine = { ...PLAIN, wordmark: null, headline: name, lead: tagline };
  return [
    { path: 'magazine', subject: magazine },
    ...[...categories.values()].map((category) => drawCategory(category, name)),
    ...articles.map((article) => drawArticle(article, name)),
  ];
});

function drawCategory({ path, parent, name, description, accent }: Category, wordmark: string): DrawnSubject {
  const label = parent?.name ?? null;
  return {
    path: ['rubriques', ...path].join('/'),
    subject: { ...PLAIN, wordmark, label, headline: name, lead: description, accent },
  };
}

function drawArticle(article: ArticleSummary, wordmark: string): DrawnSubject {
  const { slug, title, category, cover } = article;
  const { name: label, accent } = category;
  return {
    path: `articles/${slug}`,
    subject: { ...PLAIN, wordmark, label, headline: title, accent, cover: cover.image.file },
  };
}
