import { type CollectionEntry, getCollection } from 'astro:content';
import { threadReplies } from '#lib/comments/comment-threads.ts';
import { renderCommentText } from '#lib/comments/comment-text.ts';
import { formatTime } from '#lib/dates.ts';
import { strings } from '#strings/site.ts';
import { getArticles, type ShownDate, showDate } from './articles.ts';
import { lazy } from '#lib/lazy.ts';

/** An approved comment. */
export interface Comment {
  id: string;
  /** URL fragment of the comment on its page. */
  anchor: string;
  name: string;
  site: string | null;
  /** Whether the magazine wrote it. */
  staff: boolean;
  /** « 24 novembre 2026 à 10 h 12 » */
  date: ShownDate;
  /** The Markdown source, for structured data. */
  text: string;
  html: string;
}

/** A comment and its replies, which are one level deep. */
export interface CommentThread extends Comment {
  replies: Comment[];
}

export interface ArticleComments {
  count: number;
  /** The oldest first. */
  threads: CommentThread[];
}

const NONE: ArticleComments = { count: 0, threads: [] };

const getCommentsByArticle = lazy(async (): Promise<ReadonlyMap<string, ArticleComments>> => {
  const entries = await getCollection('comments');
  entries.sort((a, b) => a.data.date.getTime() - b.data.date.getTime() || a.id.localeCompare(b.id));
  const byArticle = new Map<string, CollectionEntry<'comments'>[]>();
  for (const entry of entries) {
    const article = entry.id.split('/')[0] ?? '';
    byArticle.set(article, [...(byArticle.get(article) ?? []), entry]);
  }
  return new Map([...byArticle].map(([article, comments]) => [article, thread(comments)]));
});

function thread(entries: readonly CollectionEntry<'comments'>[]): ArticleComments {
  const threads = threadReplies(entries.map((entry) => ({ ...show(entry), replyTo: entry.data.replyTo })));
  return { count: entries.length, threads };
}

function show({ id: path, data }: CollectionEntry<'comments'>): Comment {
  const id = path.split('/')[1] ?? '';
  const date = showDate(data.date);
  return {
    id,
    anchor: commentAnchor(id),
    name: data.name,
    site: data.site ?? null,
    staff: data.staff,
    date: { ...date, label: strings.comments.writtenAt(date.label, formatTime(data.date)) },
    text: data.text,
    html: renderCommentText(data.text),
  };
}

function commentAnchor(id: string): string {
  return `commentaire-${id}`;
}

/** Returns the comments of an article. */
export async function getComments(article: string): Promise<ArticleComments> {
  return (await getCommentsByArticle()).get(article) ?? NONE;
}

/** Returns the latest comments of the whole magazine, newest first, with the slugs of their articles. */
export async function getLastComments(most: number): Promise<{ article: string; comment: Comment }[]> {
  const all = [...(await getCommentsByArticle())].flatMap(([article, { threads }]) =>
    threads
      .flatMap(({ replies, ...comment }) => [comment, ...replies])
      .map((comment) => ({ article, comment })),
  );
  return all
    .sort((a, b) => Date.parse(b.comment.date.instant) - Date.parse(a.comment.date.instant))
    .slice(0, most);
}

/** The data of an article that the comment service needs. */
interface KnownArticle {
  title: string;
  href: string;
  /** Ids of the article's comments. */
  comments: string[];
}

/** Returns the articles by slug, for the comment service. */
export async function getKnownArticles(): Promise<Record<string, KnownArticle>> {
  const [articles, byArticle] = await Promise.all([getArticles(), getCommentsByArticle()]);
  return Object.fromEntries(
    articles.map(({ slug, title, href }) => {
      const threads = byArticle.get(slug)?.threads ?? [];
      const comments = threads.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]);
      return [slug, { title, href, comments }];
    }),
  );
}
