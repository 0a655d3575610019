import { pathOf, ROUTES } from '#routes.ts';
import { strings } from '#strings/site.ts';
import { absolute, addresses } from './addresses.ts';
import { getPublished, type Published } from './articles.ts';
import { getArticlesByCategory } from './lists.ts';
import { lazy } from '#lib/lazy.ts';
import { getSite } from './site.ts';
import { getCategories } from './taxonomy.ts';

/** Maximum number of articles in a feed: about a month of articles, in a file light enough for hourly requests. */
const MAX_ITEMS = 20;

/** A feed to write. */
export interface FeedSubject {
  /** End of the feed's address; `undefined` for the whole magazine. */
  path: string | undefined;
  title: string;
  description: string;
  /** Absolute addresses: the list, the icon, and the feed in both formats. */
  home: string;
  icon: string;
  rights: string;
  rss: string;
  json: string;
  /** Newest first. */
  articles: Published[];
}

/** Returns the magazine's feed, and one feed per category. */
export const getFeedSubjects = lazy(async (): Promise<FeedSubject[]> => {
  const [site, categories, published, groups] = await Promise.all([
    getSite(),
    getCategories(),
    getPublished(),
    getArticlesByCategory(),
  ]);
  const bySlug = new Map(published.map((article) => [article.entry.id, article]));
  const describe = (path: readonly string[], home: string, articles: readonly Published[]) => ({
    path: path.length > 0 ? path.join('/') : undefined,
    home: absolute(home),
    icon: absolute(addresses.icon('512')),
    rights: site.rights,
    rss: absolute(addresses.feed(path, 'xml')),
    json: absolute(addresses.feed(path, 'json')),
    articles: articles.slice(0, MAX_ITEMS),
  });
  return [
    {
      title: site.name,
      description: site.description,
      ...describe([], site.home, published),
    },
    ...[...categories.values()].map(({ slug, name, description, path, href }) => ({
      title: strings.feeds.ofCategory(site.name, name),
      description,
      ...describe(
        pathOf(ROUTES.category, ...path),
        href,
        (groups.get(slug) ?? []).flatMap((article) => bySlug.get(article.slug) ?? []),
      ),
    })),
  ];
});
