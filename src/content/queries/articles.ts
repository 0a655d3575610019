import { join } from 'node:path';
import { type CollectionEntry, getCollection } from 'astro:content';
import { formatDate, isoDay, isoWithOffset, metadataInstant } from '#lib/dates.ts';
import { CENTRE, type FocalPoint } from '#lib/focal-point.ts';
import type { ShownPicture } from '#lib/pictures.ts';
import { addresses } from './addresses.ts';
import { articleFolder, readArticleRecord } from '#content/files/article-records.ts';
import { lastChange } from '#content/files/last-changes.ts';
import { lazy } from '#lib/lazy.ts';
import { getPicture } from './pictures.ts';
import { type ArticleState, articleState, isShown, readPublication } from '#content/files/publication.ts';
import {
  type Author,
  type Category,
  getAuthors,
  getCategories,
  getTagsByName,
  type Tag,
} from './taxonomy.ts';
import { ADDRESS_WORDS } from '#routes.ts';
import { typesetField as typeset } from './typeset-field.ts';

/** A date as shown on a page and as machines read it. */
export interface ShownDate {
  /** `2024-06-21` */
  day: string;
  /** `2024-06-21T07:00:00+02:00` */
  instant: string;
  /** « 21 juin 2024 » */
  label: string;
}

/** The cover of an article without its texts, which lists do not show. */
export interface CoverPicture {
  image: ShownPicture;
  /** A tiny preview picture shown until the cover is loaded, as a data URL. */
  placeholder: string | null;
  /** The point that crops keep in view. */
  focus: FocalPoint;
}

/** The data of an article that lists show. */
export interface ArticleSummary {
  slug: string;
  href: string;
  title: string;
  description: string;
  publishedAt: ShownDate;
  /** Date of the update, when it is on a later day than the publication; otherwise `null`. */
  updatedAt: ShownDate | null;
  /** Date of the last publication, update or correction. */
  changedAt: ShownDate;
  /** The oldest address of the article, without the base path. Feeds use it as a permanent identifier. */
  firstAddress: string;
  /** Whether it is a draft, scheduled or published: a preview marks the first two. */
  state: ArticleState;
  category: Category;
  authors: Author[];
  tags: Tag[];
  cover: CoverPicture;
}

/** A published article: its entry in the collection, and its summary. */
export interface Published {
  entry: CollectionEntry<'articles'>;
  summary: ArticleSummary;
}

/** Returns the articles that this build shows, newest first; drafts and scheduled articles only in a preview. */
export const getPublished = lazy(async (): Promise<Published[]> => {
  const publication = readPublication();
  const entries = await getCollection('articles', ({ data }) => isShown(data, publication));
  const published = entries.map(async (entry) => ({ entry, summary: await summarise(entry) }));
  return (await Promise.all(published)).sort(
    ({ entry: a }, { entry: b }) =>
      b.data.publishedAt.getTime() - a.data.publishedAt.getTime() || a.id.localeCompare(b.id),
  );
});

/** In development, reads an article's fields again, because Astro's data store lags a save by a second. */
export async function asSaved(published: Published): Promise<Published> {
  if (!import.meta.env.DEV) return published;
  const data = readArticleRecord(process.cwd(), published.entry.id)?.data;
  if (!data) return published;
  const entry = { ...published.entry, data };
  return { ...published, entry, summary: await summarise(entry) };
}

/**
 * Returns the section, tag or author of this name. The content check has already reported unknown names; this only
 * guards against rendering a page without one.
 */
function known<Value>(names: ReadonlyMap<string, Value>, name: string, { id }: { id: string }): Value {
  const value = names.get(name);
  if (value === undefined) throw new Error(`content/articles/${id}/index.mdx : « ${name} » n’existe pas`);
  return value;
}

async function summarise(entry: CollectionEntry<'articles'>): Promise<ArticleSummary> {
  const { id, data } = entry;
  const [categories, tags, authors] = await Promise.all([getCategories(), getTagsByName(), getAuthors()]);
  const image = await getPicture(join(articleFolder(id), data.cover.src));
  return {
    slug: id,
    href: addresses.article(id),
    title: typeset(data.title),
    description: typeset(data.description),
    publishedAt: showDate(data.publishedAt),
    updatedAt: showUpdate(data),
    changedAt: showDate(lastChange(data)),
    state: articleState(data, readPublication().now),
    firstAddress: data.aliases[0] ?? firstAddressOf(id),
    category: known(categories, data.category, entry),
    tags: [...new Set(data.tags.map((name) => known(tags, name, entry)))],
    authors: [...new Set(data.authors)].map((slug) => known(authors, slug, entry)),
    cover: { image, placeholder: image.placeholder, focus: data.cover.focus ?? CENTRE },
  };
}

/** The oldest address of an article without `aliases`. It stays the same when the segment `articles` is renamed. */
function firstAddressOf(slug: string): string {
  const { article, aliases } = ADDRESS_WORDS;
  return `/${aliases.article[0] ?? article}/${slug}/`;
}

function showUpdate({ publishedAt, updatedAt }: CollectionEntry<'articles'>['data']): ShownDate | null {
  return updatedAt && isoDay(updatedAt) > isoDay(publishedAt) ? showDate(updatedAt) : null;
}

/** Formats a date for pages and for machines. */
export function showDate(date: Date): ShownDate {
  return { day: isoDay(date), instant: isoWithOffset(metadataInstant(date)), label: formatDate(date) };
}

/** Returns the summaries of all published articles, newest first. */
export const getArticles = lazy(async (): Promise<ArticleSummary[]> =>
  (await getPublished()).map(({ summary }) => summary),
);
