import type { ArticleSummary, Published } from './articles.ts';
import type { PictureFile } from '#lib/pictures.ts';
import { absolute } from './addresses.ts';
import { getArticleSurroundings } from './article-surroundings.ts';
import { getComments } from './comments.ts';
import { digestOfRenderingCode } from '#content/files/code-digest.ts';
import { digestOf } from '#storage/digest.ts';
import type { FeedSubject } from './feeds.ts';
import type { ArticleList } from './lists.ts';
import { lazy } from '#lib/lazy.ts';
import { getPageContext } from './page-context.ts';
import type { CardSubject } from '#model/social-card.ts';
import { getSideCloud } from './tag-cloud.ts';

/**
 * Names what a page shows, so that a build renders again only what has changed. Astro itself adds the code
 * and the styles that the page is made of.
 */
type Key = string;

/** Sections know their sub-sections, which know them: each stands for the other by its slug. */
const written = (value: unknown): string =>
  JSON.stringify(value, (name, part: unknown) =>
    name === 'parent' || name === 'children' ? slugsOf(part) : part,
  );

function slugsOf(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(slugsOf);
  return part && typeof part === 'object' && 'slug' in part ? part.slug : part;
}

/** What the head, the masthead and the foot of every page show. */
const contextKey = lazy(async (): Promise<Key> => {
  const { site, sections } = await getPageContext();
  return digestOf(
    written([site, sections, sections.map(({ children }) => children.map((child) => [child]))]),
  );
});

const cloudKey = lazy(async (): Promise<Key> => digestOf(written(await getSideCloud())));

/** A key that is computed once for each object, of which many pages show the same. */
function keyOfEach<Subject extends object>(compute: (subject: Subject) => Key): (subject: Subject) => Key {
  const keys = new WeakMap<Subject, Key>();
  return (subject) => {
    const known = keys.get(subject);
    if (known !== undefined) return known;
    const key = compute(subject);
    keys.set(subject, key);
    return key;
  };
}

/** A part that many pages show: a section, a tag, an author, what a list is about. */
const partKey = keyOfEach<object>((part) => digestOf(written(part)));

/** What lists show of an article. */
const summaryKey = keyOfEach<ArticleSummary>((article) => {
  const { category, authors, tags, ...own } = article;
  return digestOf(JSON.stringify(own), ...[category, ...authors, ...tags].map(partKey));
});

/** An article's own page: its text, its comments, what stands around it. */
export async function articleKey({ entry, summary }: Published): Promise<Key> {
  const { previous, next, related } = await getArticleSurroundings(entry.id);
  return digestOf(
    String(entry.digest),
    await contextKey(),
    await cloudKey(),
    JSON.stringify([await getComments(entry.id), previous?.href, previous?.title, next?.href, next?.title]),
    ...[summary, ...related].map(summaryKey),
  );
}

/** A page of a list. */
export async function listKey(subject: object, { articles, ...list }: ArticleList): Promise<Key> {
  return digestOf(await contextKey(), partKey(subject), JSON.stringify(list), ...articles.map(summaryKey));
}

/** An article as a feed carries it: whole, with absolute addresses. */
export function feedItemKey({ entry, summary }: Published): Key {
  return digestOf(
    digestOfRenderingCode(process.cwd()),
    absolute(summary.href),
    summaryKey(summary),
    String(entry.digest),
  );
}

/** A feed: what it says of itself, and its articles. Astro knows of no code that an endpoint is made of. */
export function feedKey({ articles, ...own }: FeedSubject): Key {
  return digestOf(digestOfRenderingCode(process.cwd()), written(own), ...articles.map(feedItemKey));
}

/** A social card, with its cover. */
export function cardKey(subject: CardSubject, cover: PictureFile | null): Key {
  return digestOf(JSON.stringify(subject), cover?.digest ?? '');
}
