import { CENTRE } from '#lib/focal-point.ts';
import { lazy } from '#lib/lazy.ts';
import { accentOf, type Palette } from '#lib/palette.ts';
import type { PictureFile } from '#lib/pictures.ts';
import type { CardFile, CardSubject } from '#model/social-card.ts';
import { pathOf, ROUTES } from '#routes.ts';
import { type ArticleSummary, getArticles } from './articles.ts';
import { cardKey } from './cache-keys.ts';
import { getSite } from './site.ts';
import { type Category, getCategories } from './taxonomy.ts';

/** The properties that all cards share, and the palette from which each takes its accent. */
interface Shared extends Pick<CardSubject, 'look' | 'wordmark'> {
  palette: Palette;
}

const EMPTY = { label: null, lead: null, accent: null, cover: null, focus: CENTRE };

/** The social cards of the magazine, of each category and of each article. */
export const getSocialCards = lazy(async (): Promise<CardFile[]> => {
  const [{ name, tagline, palette, fonts, mark }, categories, articles] = await Promise.all([
    getSite(),
    getCategories(),
    getArticles(),
  ]);
  const { paper, ink, lead } = palette.light;
  const shared: Shared = {
    palette,
    wordmark: name,
    look: {
      ...{ paper, ink, lead, dot: palette.dot, fonts },
      mark: mark && { file: mark.file, digest: mark.digest },
    },
  };
  return [
    card('magazine', { ...EMPTY, look: shared.look, wordmark: null, headline: name, lead: tagline }),
    ...[...categories.values()].map((category) => categoryCard(category, shared)),
    ...articles.map((article) => articleCard(article, shared)),
  ];
});

function card(path: string, subject: CardSubject, cover: PictureFile | null = null): CardFile {
  return { path, subject, cacheKey: cardKey(subject, cover) };
}

const subjectOf = ({ look, wordmark, palette }: Shared, accent: string) => ({
  look,
  wordmark,
  accent: accentOf(palette, accent).light,
});

function categoryCard({ path, parent, name, description, accent }: Category, shared: Shared): CardFile {
  const label = parent?.name ?? null;
  const subject = { ...EMPTY, ...subjectOf(shared, accent), label, headline: name, lead: description };
  return card(pathOf(ROUTES.category, ...path).join('/'), subject);
}

function articleCard({ slug, title, category, cover }: ArticleSummary, shared: Shared): CardFile {
  const { name: label, accent } = category;
  const { image, focus } = cover;
  const own = subjectOf(shared, accent);
  const subject = { ...EMPTY, ...own, label, headline: title, cover: image.file, focus };
  return card(pathOf(ROUTES.article, slug).join('/'), subject, image);
}
