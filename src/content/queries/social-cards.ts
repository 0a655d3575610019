import type { PictureFile } from '#lib/pictures.ts';
import { type ArticleSummary, getArticles } from './articles.ts';
import { sharingKey } from './cache-keys.ts';
import { once } from '#lib/lazy.ts';
import type { SharingSubject } from '#model/social-card.ts';
import { getSite } from './site.ts';
import { type Category, getCategories } from './taxonomy.ts';

/** A sharing picture to draw. */
export interface DrawnSubject {
  /** Path of the picture under /partage/, without its extension. */
  path: string;
  subject: SharingSubject;
  /** Names all that is drawn. */
  cacheKey: string;
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
    drawn('magazine', magazine, null),
    ...[...categories.values()].map((category) => drawCategory(category, name)),
    ...articles.map((article) => drawArticle(article, name)),
  ];
});

function drawn(path: string, subject: SharingSubject, cover: PictureFile | null): DrawnSubject {
  return { path, subject, cacheKey: sharingKey(subject, cover) };
}

function drawCategory({ path, parent, name, description, accent }: Category, wordmark: string): DrawnSubject {
  const label = parent?.name ?? null;
  const subject = { ...PLAIN, wordmark, label, headline: name, lead: description, accent };
  return drawn(['rubriques', ...path].join('/'), subject, null);
}

function drawArticle(article: ArticleSummary, wordmark: string): DrawnSubject {
  const { slug, title, category, cover } = article;
  const { name: label, accent } = category;
  const subject = { ...PLAIN, wordmark, label, headline: title, accent, cover: cover.image.file };
  return drawn(`articles/${slug}`, subject, cover.image);
}
