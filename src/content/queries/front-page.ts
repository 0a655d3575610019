import { getEntry } from 'astro:content';
import { type ArticleSummary, getArticles } from './articles.ts';
import { takeNew } from '#lib/lists/take-new.ts';
import { getArticlesByCategory } from './lists.ts';
import { getSite } from './site.ts';
import { type Category, getCategories } from './taxonomy.ts';

/** Maximum number of articles of a section on the front page. */
const MAX_IN_SECTION = 4;
const MAX_OTHERS = 8;
const MAX_SECONDS = 3;

export interface FrontSection {
  category: Category;
  /** Empty when the page already shows all of them above. */
  articles: ArticleSummary[];
}

export interface FrontPage {
  /** `null` only when nothing is published. */
  lead: ArticleSummary | null;
  seconds: ArticleSummary[];
  sections: FrontSection[];
  /** The newest of the articles not shown above. */
  others: ArticleSummary[];
}

/**
 * Returns the front page: first the articles of content/front-page.yaml, then the newest, each article once. The newest
 * also replace articles that are not published yet. The sections of content/front-page.yaml come first, then the other
 * sections of the masthead that have articles.
 */
export async function getFrontPage(): Promise<FrontPage> {
  const [entry, site, articles, categories, groups] = await Promise.all([
    getEntry('frontPage', 'front-page'),
    getSite(),
    getArticles(),
    getCategories(),
    getArticlesByCategory(),
  ]);
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const shown = new Set<ArticleSummary>();
  const take = (candidates: readonly ArticleSummary[], most: number): ArticleSummary[] =>
    takeNew(candidates, most, shown);
  const named = (slugs: readonly string[]) => slugs.flatMap((slug) => bySlug.get(slug) ?? []);
  const [lead = null] = take([...named(entry ? [entry.data.lead] : []), ...articles], 1);
  const seconds = take(
    [...named(entry?.data.seconds ?? []), ...articles],
    entry?.data.seconds.length ?? MAX_SECONDS,
  );
  const slugs = new Set([...(entry?.data.sections ?? []), ...site.navigation.map(({ slug }) => slug)]);
  const sections = [...slugs].flatMap((slug) => {
    const category = categories.get(slug);
    const ofSection = groups.get(slug) ?? [];
    return category && ofSection.length > 0 ? [{ category, articles: take(ofSection, MAX_IN_SECTION) }] : [];
  });
  return { lead, seconds, sections, others: take(articles, MAX_OTHERS) };
}
