import { join } from 'node:path';
import { type CollectionEntry, getCollection } from 'astro:content';
import { formatDate, isoDay, isoWithOffset, toldInstant } from '#lib/dates.ts';
import type { ShownPicture } from '#lib/pictures.ts';
import { addresses } from './addresses.ts';
import { readFields } from '#content/files/article-fields.ts';
import { articleFolder, readArticleRecord } from '#content/files/article-records.ts';
import { lastChange } from '#content/files/last-change.ts';
import { once } from '#lib/lazy.ts';
import { type DescribedPicture, describePicture, keepDescriptions } from '#images/described-pictures.ts';
import { showPicture } from './shown-pictures.ts';
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

export interface Cover {
  image: ShownPicture;
  /** A blur of it, as a data address. */
  blur: string;
  alt: string;
  caption: string;
  credit: string;
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
  /** Of its update, when it came on a later day. */
  updatedAt: ShownDate | null;
  /** Of its last change: published, updated or corrected. */
  changedAt: ShownDate;
  /** Its oldest address, without base path: what names it for good. */
  firstAddress: string;
  /** What readers may not see yet is marked. */
  state: PublicationState;
  category: Category;
  authors: Author[];
  tags: Tag[];
  cover: Cover;
  corrections: Correction[];
  /** All that this is made of but its section, authors and tags: its address, and its fields as they were written. */
  written: string;
}

/** A published article's entry in the collection, with what lists show of it. */
export interface Published {
  entry: CollectionEntry<'articles'>;
  summary: ArticleSummary;
}

/** Articles that this build shows, newest first: drafts and those to come in a preview alone. */
export const getPublished = once(async (): Promise<Published[]> => {
  const publication = readPublication();
  const entries = await getCollection('articles', ({ data }) => isShown(data, publication));
  const parts = await readParts();
  const published = entries.map(async (entry) => ({
    entry,
    summary: await summarise(entry, parts),
  }));
  const summarised = await Promise.all(published);
  keepDescriptions(process.cwd(), 'keep');
  return summarised.sort(
    ({ entry: a }, { entry: b }) =>
      b.data.publishedAt.getTime() - a.data.publishedAt.getTime() || a.id.localeCompare(b.id),
  );
});

/** An article as its file says it now. In development Astro's content follows a save a second later. */
export async function asSaved(published: Published): Promise<Published> {
  if (!import.meta.env.DEV) return published;
  const fields = readArticleRecord(process.cwd(), published.entry.id)?.fields;
  if (!fields) return published;
  const entry = { ...published.entry, data: readFields(fields) };
  return { ...published, entry, summary: await summarise(entry, await readParts()) };
}

/** The content check has named what is unknown, with its place; this only keeps a page from being made without it. */
function known<Value>(names: ReadonlyMap<string, Value>, name: string, { id }: { id: string }): Value {
  const value = names.get(name);
  if (value === undefined) throw new Error(`content/articles/${id}/index.mdx : « ${name} » n’existe pas`);
  return value;
}

/** What articles name. */
interface Parts {
  categories: ReadonlyMap<string, Category>;
  tagsByName: ReadonlyMap<string, Tag>;
  authorsBySlug: ReadonlyMap<string, Author>;
}

async function readParts(): Promise<Parts> {
  const [categories, tagsByName, authorsBySlug] = await Promise.all([
    getCategories(),
    getTagsByName(),
    getAuthors(),
  ]);
  return { categories, tagsByName, authorsBySlug };
}

async function summarise(
  entry: CollectionEntry<'articles'>,
  { categories, tagsByName, authorsBySlug }: Parts,
): Promise<ArticleSummary> {
  const { id, data } = entry;
  const picture = await describePicture(process.cwd(), join(articleFolder(id), data.cover.src));
  const state = publicationState(data, readPublication());
  // Of most articles a build shows nothing again: their fields are set when they are.
  let description: string | undefined;
  let corrections: Correction[] | undefined;
  return {
    slug: id,
    href: addresses.article(id),
    title: typeset(data.title),
    get description() {
      return (description ??= typeset(data.description));
    },
    publishedAt: showDate(data.publishedAt),
    updatedAt: showUpdate(data),
    changedAt: showDate(lastChange(data)),
    state,
    firstAddress: data.aliases[0] ?? `/articles/${id}/`,
    category: known(categories, data.category, entry),
    tags: [...new Set(data.tags.map((name) => known(tagsByName, name, entry)))],
    authors: [...new Set(data.authors)].map((slug) => known(authorsBySlug, slug, entry)),
    cover: coverOf(data.cover, picture),
    get corrections() {
      return (corrections ??= data.corrections.map(({ date, text }) => ({
        date: showDate(date),
        text: typeset(text),
      })));
    },
    get written() {
      return JSON.stringify([id, data, picture.digest, state]);
    },
  };
}

function coverOf(cover: CollectionEntry<'articles'>['data']['cover'], picture: DescribedPicture): Cover {
  let alt: string | undefined;
  let caption: string | undefined;
  let credit: string | undefined;
  return {
    image: showPicture(picture),
    blur: picture.blur,
    get alt() {
      return (alt ??= typeset(cover.alt));
    },
    get caption() {
      return (caption ??= typeset(cover.caption));
    },
    get credit() {
      return (credit ??= typeset(cover.credit));
    },
  };
}

function showUpdate({ publishedAt, updatedAt }: CollectionEntry<'articles'>['data']): ShownDate | null {
  return updatedAt && isoDay(updatedAt) > isoDay(publishedAt) ? showDate(updatedAt) : null;
}

const shownDates = new Map<number, ShownDate>();

/** A date in the forms that pages show: written once, as many articles have the same. */
export function showDate(date: Date): ShownDate {
  const known = shownDates.get(date.getTime());
  if (known) return known;
  let instant: string | undefined;
  let label: string | undefined;
  const shown = {
    day: isoDay(date),
    get instant() {
      return (instant ??= isoWithOffset(toldInstant(date)));
    },
    get label() {
      return (label ??= formatDate(date));
    },
  };
  shownDates.set(date.getTime(), shown);
  return shown;
}

/** All published articles, newest first. */
export const getArticles = once(async (): Promise<ArticleSummary[]> =>
  (await getPublished()).map(({ summary }) => summary),
);
