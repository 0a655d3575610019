import { createDebug } from 'obug';
import type { ArticleSummary, Published } from './articles.ts';
import type { PictureFile } from '#lib/pictures.ts';
import { absolute } from './addresses.ts';
import { getArticleSurroundings } from './article-surroundings.ts';
import { getComments } from './comments.ts';
import { digestOfRenderingCode } from '#content/files/code-digest.ts';
import { ADDRESS_WORDS } from '#routes.ts';
import { digestOf } from '#storage/digest.ts';
import { lazy } from '#lib/lazy.ts';
import { getSite } from './site.ts';
import type { CardSubject } from '#model/social-card.ts';
import { getSideCloud } from './tag-cloud.ts';

/** Prints the parts of each key: comparing two builds shows which change rendered a page again. */
const debug = createDebug('innovations:keys');

/**
 * Digest of all data that a page shows. Astro renders the page again only when this key, or the code or styles of the
 * page, changes.
 */
type Key = string;

/** Serialises a value as JSON. Sections and sub-sections refer to each other, so their slugs replace them. */
const toJson = (value: unknown): string =>
  JSON.stringify(value, (name, part: unknown) =>
    name === 'parent' || name === 'children' ? slugsOf(part) : part,
  );

function slugsOf(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(slugsOf);
  return part && typeof part === 'object' && 'slug' in part ? part.slug : part;
}

/** Key of what every page contains: the head, the masthead, the footer, and the first segments of addresses. */
const contextKey = lazy(async (): Promise<Key> => {
  const site = await getSite();
  const children = site.sections.map((section) => section.children.map((child) => [child]));
  return digestOf(toJson([site, children, ADDRESS_WORDS]));
});

const cloudKey = lazy(async (): Promise<Key> => digestOf(toJson(await getSideCloud())));

/** Memoizes the keys of objects that appear on many pages. */
function memoizeKeys<Subject extends object>(compute: (subject: Subject) => Key): (subject: Subject) => Key {
  const keys = new WeakMap<Subject, Key>();
  return (subject) => {
    const known = keys.get(subject);
    if (known !== undefined) return known;
    const key = compute(subject);
    keys.set(subject, key);
    return key;
  };
}

/** Key of a section, a tag, an author or the subject of a list. */
const partKey = memoizeKeys<object>((part) => digestOf(toJson(part)));

/** Key of an article in a list. */
const summaryKey = memoizeKeys<ArticleSummary>((article) => {
  const { category, authors, tags, ...own } = article;
  return digestOf(JSON.stringify(own), ...[category, ...authors, ...tags].map(partKey));
});

/** Key of an article's own page: its text, its comments and the articles it links to. */
export async function articleKey({ entry, summary }: Published): Promise<Key> {
  const { previous, next, related } = await getArticleSurroundings(entry.id);
  const parts = {
    text: String(entry.digest),
    site: await contextKey(),
    cloud: await cloudKey(),
    comments: digestOf(JSON.stringify(await getComments(entry.id))),
    neighbours: digestOf(JSON.stringify([previous?.href, previous?.title, next?.href, next?.title])),
    related: digestOf(...related.map(summaryKey)),
    summary: summaryKey(summary),
  };
  debug('%s %o', entry.id, parts);
  return digestOf(...Object.values(parts));
}

/** Key of one page of a list. */
export async function listKey(
  subject: object,
  { articles, ...list }: { articles: readonly ArticleSummary[] },
): Promise<Key> {
  return digestOf(await contextKey(), partKey(subject), JSON.stringify(list), ...articles.map(summaryKey));
}

/** Key of an article in a feed: its full text, with absolute addresses. */
export function feedItemKey({ entry, summary }: Published): Key {
  return digestOf(
    digestOfRenderingCode(process.cwd()),
    absolute(summary.href),
    summaryKey(summary),
    String(entry.digest),
  );
}

/** Key of a feed: its articles and the code. Astro adds the code to the keys of pages, but not of endpoints. */
export function feedKey({ articles, ...own }: { articles: readonly Published[] }): Key {
  return digestOf(digestOfRenderingCode(process.cwd()), toJson(own), ...articles.map(feedItemKey));
}

/** Key of a social card, with its cover. */
export function cardKey(subject: CardSubject, cover: PictureFile | null): Key {
  return digestOf(JSON.stringify(subject), cover?.digest ?? '');
}
