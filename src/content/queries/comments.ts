import { getCollection, getEntry } from 'astro:content';
import type { PublishedComment } from '#comments/snapshot/format.ts';
import { threadReplies } from '#lib/comments/comment-threads.ts';
import { commentAnchor } from '#lib/comments/comment-anchor.ts';
import { renderCommentText } from '#lib/comments/comment-text.ts';
import { formatTime } from '#lib/dates.ts';
import { slugOfArticle } from '#routes.ts';
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
  const [snapshot, renamed] = await Promise.all([getEntry('comments', 'snapshot'), renamedArticles()]);
  const comments = [...(snapshot?.data.comments ?? [])];
  comments.sort((a, b) => a.date.getTime() - b.date.getTime() || a.id.localeCompare(b.id));
  const byArticle = Map.groupBy(comments, ({ article }) => renamed.get(article) ?? article);
  return new Map([...byArticle].map(([article, group]) => [article, thread(group)]));
});

/** Returns the current slug of each article by its former slugs, because comments follow a renamed article. */
async function renamedArticles(): Promise<ReadonlyMap<string | null, string>> {
  const articles = await getCollection('articles');
  return new Map(
    articles.flatMap(({ id, data }) => data.aliases.map((alias) => [slugOfArticle(alias), id] as const)),
  );
}

function thread(comments: readonly PublishedComment[]): ArticleComments {
  const threads = threadReplies(comments.map((comment) => ({ ...show(comment), replyTo: comment.replyTo })));
  return { count: comments.length, threads };
}

function show({ id, ...data }: PublishedComment): Comment {
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
