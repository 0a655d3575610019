import { getEntry } from 'astro:content';
import { type ArticleSummary, getArticles } from './articles.ts';
import { getArticlesByCategory } from './lists.ts';
import { type Category, getCategories } from './taxonomy.ts';

/** Articles of a section on the front page. */
const MOST_IN_SECTION = 4;
const MOST_LATEST = 8;
const MOST_SECONDS = 3;

export interface FrontSection {
  category: Category;
  articles: ArticleSummary[];
}

export interface FrontPage {
  /** `null` only when nothing is published. */
  lead: ArticleSummary | null;
  seconds: ArticleSummary[];
  sections: FrontSection[];
  /** The newest of all, whatever stands above. */
  latest: ArticleSummary[];
}

/**
 * The front page: what the editor names in content/front-page.yaml leads, dates do the rest, and no
 * article stands twice above « Les plus récents ». An article that is not published yet leaves its
 * place to the newest.
 */
export async function getFrontPage(): Promise<FrontPage> {
  const [entry, articles, categories, groups] = await Promise.all([
    getEntry('frontPage', 'front-page'),
    getArticles(),
    getCategories(),
    getArticlesByCategory(),
  ]);
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const shown = new Set<ArticleSummary>();
  const take = (candidates: readonly ArticleSummary[], most: number): ArticleSummary[] => {
    const taken = candidates.filter((article) => !shown.has(article)).slice(0, most);
    for (const article of taken) shown.add(article);
    return taken;
  };
  const named = (slugs: readonly string[]) => slugs.flatMap((slug) => bySlug.get(slug) ?? []);
  const [lead = null] = take([...named(entry ? [entry.data.lead] : []), ...articles], 1);
  const seconds = take(
    [...named(entry?.data.seconds ?? []), ...articles],
    entry?.data.seconds.length ?? MOST_SECONDS,
  );
  const sections = (entry?.data.sections ?? []).flatMap((slug) => {
    const category = categories.get(slug);
    const ofSection = category ? take(groups.get(slug) ?? [], MOST_IN_SECTION) : [];
    return category && ofSection.length > 0 ? [{ category, articles: ofSection }] : [];
  });
  return { lead, seconds, sections, latest: articles.slice(0, MOST_LATEST) };
}
