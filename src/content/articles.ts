import { join } from 'node:path';
import type { ImageMetadata } from 'astro';
import { type CollectionEntry, getCollection, render } from 'astro:content';
import { formatDate, formatPartialDate, isoDay, isoWithOffset } from '#lib/dates.ts';
import { findRelated } from '#lib/related.ts';
import { countWords, readingMinutes } from '#lib/reading-time.ts';
import { type TagWeight, weighTags } from '#lib/tag-weights.ts';
import { typeset } from '#lib/typography.ts';
import { strings } from '#strings.ts';
import { absolute, addresses } from './addresses.ts';
import { blurOf } from './blur.ts';
import { once } from './once.ts';
import type { SharingPicture } from './sharing.ts';
import {
  type Author,
  type Category,
  getAuthors,
  getCategories,
  getTagsByName,
  type Tag,
} from './taxonomy.ts';

/** A date as a page shows it and as machines read it. */
export interface ShownDate {
  /** `2024-06-21` */
  day: string;
  /** `2024-06-21T00:00:00+02:00` */
  instant: string;
  /** « 21 juin 2024 » */
  label: string;
}

export interface Cover {
  image: ImageMetadata;
  /** Path of its file from the project's folder. */
  file: string;
  /** A blur of it, as a data address. */
  blur: string;
  alt: string;
  caption: string;
  credit: string;
}

export interface Source {
  title: string;
  /** Language of the title, in two letters. */
  language: string;
  publisher: string;
  url: string | null;
  /** « janvier 2024 » */
  date: string | null;
}

export interface Correction {
  date: ShownDate;
  text: string;
}

/** What lists show of an article. */
export interface ArticleSummary {
  slug: string;
  href: string;
  title: string;
  description: string;
  publishedAt: ShownDate;
  category: Category;
  authors: Author[];
  tags: Tag[];
  cover: Cover;
  corrections: Correction[];
}

export interface HeadingLink {
  id: string;
  text: string;
}

/** What the article's own page shows besides its summary. */
export interface ArticlePage extends ArticleSummary {
  picture: SharingPicture;
  updatedAt: ShownDate | null;
  readingMinutes: number;
  sources: Source[];
  related: ArticleSummary[];
  /** In its own sub-section: the older, then the newer. */
  previous: ArticleSummary | null;
  next: ArticleSummary | null;
  headings: HeadingLink[];
  Content: Awaited<ReturnType<typeof render>>['Content'];
}

export interface WeightedTag extends Tag {
  count: number;
  weight: TagWeight;
}

interface Published {
  entry: CollectionEntry<'articles'>;
  summary: ArticleSummary;
}

/** Published articles, newest first. A draft or a date to come is not published. */
const getPublished = once(async (): Promise<Published[]> => {
  const now = Date.now();
  const [entries, categories, tagsByName, authorsBySlug] = await Promise.all([
    getCollection('articles', ({ data }) => !data.draft && data.publishedAt.getTime() <= now),
    getCategories(),
    getTagsByName(),
    getAuthors(),
  ]);
  const published = entries.map(async (entry) => ({
    entry,
    summary: await summarise(entry, {
      category: known(categories, entry.data.category, entry),
      tags: [...new Set(entry.data.tags.map((name) => known(tagsByName, name, entry)))],
      authors: entry.data.authors.map((slug) => known(authorsBySlug, slug, entry)),
    }),
  }));
  return (await Promise.all(published)).sort(
    ({ entry: a }, { entry: b }) =>
      b.data.publishedAt.getTime() - a.data.publishedAt.getTime() || a.id.localeCompare(b.id),
  );
});

/** The content check has named what is unknown, with its place; this only keeps a page from being made without it. */
function known<Value>(names: ReadonlyMap<string, Value>, name: string, { id }: { id: string }): Value {
  const value = names.get(name);
  if (value === undefined) throw new Error(`content/articles/${id}/index.mdx : « ${name} » n’existe pas`);
  return value;
}

async function summarise(
  { id, data }: CollectionEntry<'articles'>,
  { category, tags, authors }: Pick<ArticleSummary, 'category' | 'tags' | 'authors'>,
): Promise<ArticleSummary> {
  const file = join('content/articles', id, data.cover.file);
  return {
    slug: id,
    href: addresses.article(id),
    title: typeset(data.title),
    description: typeset(data.description),
    publishedAt: showDate(data.publishedAt),
    category,
    tags,
    authors,
    cover: {
      image: data.cover.src,
      file,
      blur: await blurOf(file),
      alt: typeset(data.cover.alt),
      caption: typeset(data.cover.caption),
      credit: typeset(data.cover.credit),
    },
    corrections: data.corrections.map(({ date, text }) => ({ date: showDate(date), text: typeset(text) })),
  };
}

/** A date in the forms that pages show. */
export function showDate(date: Date): ShownDate {
  return { day: isoDay(date), instant: isoWithOffset(date), label: formatDate(date) };
}

/** All published articles, newest first. */
export const getArticles = once(async (): Promise<ArticleSummary[]> =>
  (await getPublished()).map(({ summary }) => summary),
);

/** Tags in use with their counts and weights, in alphabetical order. */
export const getTagCloud = once(async (): Promise<WeightedTag[]> => {
  const counts = new Map<Tag, number>();
  for (const { tags } of await getArticles()) {
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const weights = weighTags([...counts.values()]);
  return [...counts]
    .map(([tag, count], index) => ({ ...tag, count, weight: weights[index] ?? 1 }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
});

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
  const { Content, headings } = await render(entry);
  const { data, body = '' } = entry;
  return {
    ...summary,
    picture: {
      url: absolute(addresses.sharingPicture(['articles', entry.id])),
      alt: strings.sharing.article(summary.title, summary.cover.alt),
    },
    updatedAt: data.updatedAt ? showDate(data.updatedAt) : null,
    readingMinutes: readingMinutes(countWords(body)),
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
    Content,
  };
}
