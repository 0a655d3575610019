import { relatedFinder } from '#lib/lists/related-articles.ts';
import { type ArticleSummary, getArticles } from './articles.ts';
import { lazy } from '#lib/lazy.ts';

interface Neighbours {
  /** The older and the newer article of the same category. */
  previous: ArticleSummary | null;
  next: ArticleSummary | null;
}

/** The other articles that the page of an article links to. */
export interface ArticleSurroundings extends Neighbours {
  related: ArticleSummary[];
}

/** Maximum number of articles in « À lire aussi ». */
const MAX_RELATED = 3;

const getRelated = lazy(async (): Promise<(slug: string) => ArticleSummary[]> => {
  const articles = await getArticles();
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const items = articles.map(({ slug, category, tags }) => ({
    id: slug,
    sections: [category.slug, ...(category.parent ? [category.parent.slug] : [])],
    tags: tags.map((tag) => tag.slug),
  }));
  const related = relatedFinder(items, MAX_RELATED);
  return (slug) => related(slug).flatMap((id) => bySlug.get(id) ?? []);
});

/** The neighbours of each article in its category, by slug. */
const getNeighbours = lazy(async () => {
  const newer = new Map<string, ArticleSummary>();
  const neighbours = new Map<string, Neighbours>();
  for (const article of await getArticles()) {
    const next = newer.get(article.category.slug) ?? null;
    const beside = next && neighbours.get(next.slug);
    if (beside) beside.previous = article;
    neighbours.set(article.slug, { previous: null, next });
    newer.set(article.category.slug, article);
  }
  return neighbours;
});

/** Returns the related articles and the neighbours of an article. */
export async function getArticleSurroundings(slug: string): Promise<ArticleSurroundings> {
  const [related, neighbours] = await Promise.all([getRelated(), getNeighbours()]);
  return { previous: null, next: null, ...neighbours.get(slug), related: related(slug) };
}
