import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import { absolute } from '#content/addresses.ts';
import type { ArticlePage } from '#content/article-pages.ts';
import type { FeedSubject } from '#content/feeds.ts';
import { once } from '#content/once.ts';
import type { Feed, FeedItem } from '#lib/feed.ts';
import { htmlForFeed } from '#lib/feed-html.ts';
import FeedEntry from './FeedEntry.astro';

const openContainer = once(async () =>
  AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) }),
);

/** Renders the articles of a feed, complete, by the same components as their pages. */
export async function renderFeed(subject: FeedSubject): Promise<Feed> {
  const container = await openContainer();
  const { title, description, home, icon, rss, json } = subject;
  const items = (await subject.load()).map((article) => renderItem(container, article));
  return { title, description, home, icon, rss, json, items: await Promise.all(items) };
}

async function renderItem(container: AstroContainer, article: ArticlePage): Promise<FeedItem> {
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
