import { strings } from '#strings.ts';
import { absolute, addresses } from './addresses.ts';
import { type ArticlePage, getArticlePages } from './article-pages.ts';
import { getArticlesByCategory } from './lists.ts';
import { once } from './once.ts';
import { getSite } from './site.ts';
import { getCategories } from './taxonomy.ts';

/** Articles in a feed: enough for who reads once a month, few enough to be fetched every hour. */
const MOST_ITEMS = 20;

/** A feed to write: the path of its list, what it says of itself, and its articles. */
export interface FeedSubject {
  /** `undefined` for the whole magazine. */
  path: string | undefined;
  title: string;
  description: string;
  /** Absolute addresses: of its list, of its mark, and its own two. */
  home: string;
  icon: string;
  rss: string;
  json: string;
  /** Newest first. */
  load: () => Promise<ArticlePage[]>;
}

/** The magazine's feed, and one for each category. */
export const getFeedSubjects = once(async (): Promise<FeedSubject[]> => {
  const [site, categories, pages, groups] = await Promise.all([
    getSite(),
    getCategories(),
    getArticlePages(),
    getArticlesByCategory(),
  ]);
  const loaders = new Map(pages.map(({ slug, load }) => [slug, load]));
  const describe = (path: readonly string[], home: string, slugs: readonly string[]) => ({
    path: path.length > 0 ? path.join('/') : undefined,
    home: absolute(home),
    icon: absolute(addresses.icon('512')),
    rss: absolute(addresses.feed(path, 'xml')),
    json: absolute(addresses.feed(path, 'json')),
    load: () => Promise.all(slugs.slice(0, MOST_ITEMS).flatMap((slug) => loaders.get(slug)?.() ?? [])),
  });
  return [
    {
      title: site.name,
      description: site.description,
      ...describe(
        [],
        site.home,
        pages.map(({ slug }) => slug),
      ),
    },
    ...[...categories.values()].map(({ slug, name, description, path, href }) => ({
      title: strings.feeds.ofCategory(site.name, name),
      description,
      ...describe(
        ['rubriques', ...path],
        href,
        (groups.get(slug) ?? []).map((article) => article.slug),
      ),
    })),
  ];
});
