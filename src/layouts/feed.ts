import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import { absolute } from '#content/queries/addresses.ts';
import { loadPage } from '#content/queries/article-pages.ts';
import type { Published } from '#content/queries/articles.ts';
import { feedItemKey } from '#content/queries/cache-keys.ts';
import { cachedBytes } from '#storage/content-cache.ts';
import type { FeedSubject } from '#content/queries/feeds.ts';
import { lazy } from '#lib/lazy.ts';
import type { Feed, FeedItem } from '#lib/feeds/feed.ts';
import { htmlForFeed } from '#lib/feeds/feed-html.ts';
import FeedEntry from './FeedEntry.astro';

const openContainer = lazy(async () =>
  AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) }),
);

/** Renders the full articles of a feed, with the same components as their pages. */
export async function renderFeed(subject: FeedSubject): Promise<Feed> {
  const { articles, ...feed } = subject;
  const items = await Promise.all(articles.map(cachedItem));
  return { ...feed, items };
}

/** Feed items are cached by content, shared by all feeds and builds. */
async function cachedItem(article: Published): Promise<FeedItem> {
  if (import.meta.env.DEV) return renderItem(article);
  const make = async () => new TextEncoder().encode(JSON.stringify(await renderItem(article)));
  const cached = await cachedBytes(process.cwd(), 'feeds', `${feedItemKey(article)}.json`, make);
  return JSON.parse(Buffer.from(cached).toString()) as FeedItem;
}

async function renderItem(published: Published): Promise<FeedItem> {
  const [container, article] = await Promise.all([openContainer(), loadPage(published)]);
  const url = absolute(article.href);
  const [picture] = article.crops;
  if (!picture) throw new Error(`${article.slug} has no picture for its feed`);
  return {
    id: absolute(article.firstAddress),
    url,
    title: article.title,
    summary: article.description,
    html: htmlForFeed(await container.renderToString(FeedEntry, { props: { article } }), url),
    picture: { ...picture, alt: article.cover.alt },
    publishedAt: article.publishedAt.instant,
    changedAt: article.changedAt.instant,
    authors: article.authors.map(({ name, href }) => ({ name, url: absolute(href) })),
    tags: article.tags.map(({ name }) => name),
  };
}
