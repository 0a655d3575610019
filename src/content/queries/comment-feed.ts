import { htmlForFeed } from '#lib/feeds/feed-html.ts';
import type { Feed } from '#lib/feeds/feed.ts';
import { shorten } from '#lib/typography/shorten.ts';
import { strings } from '#strings/site.ts';
import { absolute, addresses } from './addresses.ts';
import { getArticles } from './articles.ts';
import { getLastComments } from './comments.ts';
import { getSite } from './site.ts';

const MAX_ITEMS = 50;
/** Maximum length of a summary, in characters. */
const SUMMARY_LENGTH = 160;

/** Returns the feed of the latest approved comments. */
export async function getCommentFeed(): Promise<Feed> {
  const [site, articles, comments] = await Promise.all([
    getSite(),
    getArticles(),
    getLastComments(MAX_ITEMS),
  ]);
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  return {
    title: strings.comments.feedTitle(site.name),
    description: strings.comments.feedDescription(site.name),
    home: absolute(site.home),
    rss: absolute(addresses.file('flux-commentaires.xml')),
    json: null,
    icon: absolute(addresses.icon('512')),
    rights: site.rights,
    items: comments.flatMap(({ article: slug, comment }) => {
      const article = bySlug.get(slug);
      if (!article) return [];
      const url = `${absolute(article.href)}#${comment.anchor}`;
      return {
        id: `${absolute(article.firstAddress)}#${comment.anchor}`,
        url,
        title: strings.comments.feedItem(comment.name, article.title),
        summary: summarise(comment.text),
        html: htmlForFeed(comment.html, url),
        picture: null,
        publishedAt: comment.date.instant,
        changedAt: comment.date.instant,
        authors: [{ name: comment.name, url: comment.site }],
        tags: [],
      };
    }),
  };
}

function summarise(text: string): string {
  const { shown, rest } = shorten(text, SUMMARY_LENGTH);
  return rest ? `${shown}…` : shown;
}
