import type { CollectionEntry } from 'astro:content';
import { formatPartialDate } from '#lib/dates.ts';
import { findRelated } from '#lib/related.ts';
import { countWords, readingMinutes } from '#lib/reading-time.ts';
import { typeset } from '#lib/typography.ts';
import { strings } from '#strings.ts';
import { absolute, addresses } from './addresses.ts';
import { type ArticleBody, readBody } from './article-body.ts';
import { type ArticleSummary, getArticles, getPublished, type ShownDate, showDate } from './articles.ts';
import { type ArticleComments, getComments } from './comments.ts';
import { type CoverCrop, cropCover } from './shown-pictures.ts';
import { once } from './once.ts';
import type { SharingPicture } from './sharing.ts';

export interface Source {
  title: string;
  /** Language of the title, in two letters. */
  language: string;
  publisher: string;
  url: string | null;
  /** « janvier 2024 » */
  date: string | null;
}

export interface HeadingLink {
  id: string;
  text: string;
}

/** What the article's own page shows besides its summary. */
export interface ArticlePage extends ArticleSummary {
  picture: SharingPicture;
  /** Its cover for other sites' pages, the widest shape first. */
  crops: CoverCrop[];
  updatedAt: ShownDate | null;
  readingMinutes: number;
  sources: Source[];
  related: ArticleSummary[];
  /** In its own sub-section: the older, then the newer. */
  previous: ArticleSummary | null;
  next: ArticleSummary | null;
  headings: HeadingLink[];
  comments: ArticleComments;
  body: ArticleBody;
}

/** « À lire aussi »: at most this many. */
const MOST_RELATED = 3;

const getRelated = once(async (): Promise<ReadonlyMap<string, ArticleSummary[]>> => {
  const articles = await getArticles();
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const items = articles.map(({ slug, category, tags }) => ({
    id: slug,
    section: category.slug,
    tags: tags.map((tag) => tag.slug),
  }));
  const related = findRelated(items, MOST_RELATED);
  return new Map([...related].map(([slug, ids]) => [slug, ids.flatMap((id) => bySlug.get(id) ?? [])]));
});

/** Articles of one category, newest first, and where each stands among them. */
const getNeighbours = once(async () => {
  const newer = new Map<string, ArticleSummary>();
  const neighbours = new Map<string, { previous: ArticleSummary | null; next: ArticleSummary | null }>();
  for (const article of await getArticles()) {
    const next = newer.get(article.category.slug) ?? null;
    const beside = next && neighbours.get(next.slug);
    if (beside) beside.previous = article;
    neighbours.set(article.slug, { previous: null, next });
    newer.set(article.category.slug, article);
  }
  return neighbours;
});

/** Every article's page, in the order of `getArticles`. */
export async function getArticlePages(): Promise<{ slug: string; load: () => Promise<ArticlePage> }[]> {
  return (await getPublished()).map(({ entry, summary }) => ({
    slug: entry.id,
    load: () => loadPage(entry, summary),
  }));
}

async function loadPage(entry: CollectionEntry<'articles'>, summary: ArticleSummary): Promise<ArticlePage> {
  const { data } = entry;
  const { body, headings, source } = await readBody(entry);
  return {
    ...summary,
    picture: {
      url: absolute(addresses.sharingPicture(['articles', entry.id])),
      alt: strings.sharing.article(summary.title, summary.cover.alt),
    },
    crops: cropCover(summary.cover.image),
    updatedAt: data.updatedAt ? showDate(data.updatedAt) : null,
    readingMinutes: readingMinutes(countWords(source)),
    sources: data.sources.map(({ title, language, publisher, url, date }) => ({
      title: language === 'fr' ? typeset(title) : title,
      language,
      publisher: typeset(publisher),
      url: url ?? null,
      date: date ? formatPartialDate(date) : null,
    })),
    previous: null,
    next: null,
    ...(await getNeighbours()).get(entry.id),
    related: (await getRelated()).get(entry.id) ?? [],
    headings: headings.filter(({ depth }) => depth === 2).map(({ slug, text }) => ({ id: slug, text })),
    comments: await getComments(entry.id),
    body,
  };
}
