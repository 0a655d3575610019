import { join } from 'node:path';
import { type CollectionEntry, getCollection } from 'astro:content';
import { formatDate, isoDay, isoWithOffset, metadataInstant } from '#lib/dates.ts';
import type { ShownPicture } from '#lib/pictures.ts';
import { addresses } from './addresses.ts';
import { articleFolder, readArticleRecord } from '#content/files/article-records.ts';
import { lastChange } from '#content/files/last-change.ts';
import { lazy } from '#lib/lazy.ts';
import { getPicture } from './pictures.ts';
import {
  isShown,
  type PublicationState,
  publicationState,
  readPublication,
} from '#content/files/publication.ts';
import {
  type Author,
  type Category,
  getAuthors,
  getCategories,
  getTagsByName,
  type Tag,
} from './taxonomy.ts';
import { typesetField as typeset } from './typeset-field.ts';

/** A date as a page shows it and as machines read it. */
export interface ShownDate {
  /** `2024-06-21` */
  day: string;
  /** `2024-06-21T07:00:00+02:00` */
  instant: string;
  /** « 21 juin 2024 » */
  label: string;
}

/** The cover of an article, without its words: lists show none of them. */
export interface CoverPicture {
  image: ShownPicture;
  /** A tiny picture that stands in its place until it is loaded, as a data URL. */
  placeholder: string;
}

/** What lists show of an article. */
export interface ArticleSummary {
  slug: string;
  href: string;
  title: string;
  description: string;
  publishedAt: ShownDate;
  /** Date of its update, when it is of a later day. */
  updatedAt: ShownDate | null;
  /** Date of its last publication, update or correction. */
  changedAt: ShownDate;
  /** Its oldest address, without base path: a permanent identifier. */
  firstAddress: string;
  /** A preview marks what readers do not see yet. */
  state: PublicationState;
  category: Category;
  authors: Author[];
  tags: Tag[];
  cover: CoverPicture;
}

/** A published article's entry in the collection, with what lists show of it. */
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

/** Reads an article's fields again in development, where Astro's data store follows a save a second later. */
export async function asSaved(published: Published): Promise<Published> {
  if (!import.meta.env.DEV) return published;
  const data = readArticleRecord(process.cwd(), published.entry.id)?.data;
  if (!data) return published;
  const entry = { ...published.entry, data };
  return { ...published, entry, summary: await summarise(entry) };
}

/** The content check has already reported unknown names; this only guards against rendering a page without one. */
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
    state: publicationState(data, readPublication()),
    firstAddress: data.aliases[0] ?? `/articles/${id}/`,
    category: known(categories, data.category, entry),
    tags: [...new Set(data.tags.map((name) => known(tags, name, entry)))],
    authors: [...new Set(data.authors)].map((slug) => known(authors, slug, entry)),
    cover: { image, placeholder: image.placeholder },
  };
}

function showUpdate({ publishedAt, updatedAt }: CollectionEntry<'articles'>['data']): ShownDate | null {
  return updatedAt && isoDay(updatedAt) > isoDay(publishedAt) ? showDate(updatedAt) : null;
}

/** A date in the forms that pages show. */
export function showDate(date: Date): ShownDate {
  return { day: isoDay(date), instant: isoWithOffset(metadataInstant(date)), label: formatDate(date) };
}

/** Returns what lists show of all published articles, newest first. */
export const getArticles = lazy(async (): Promise<ArticleSummary[]> =>
  (await getPublished()).map(({ summary }) => summary),
);
