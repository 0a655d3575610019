import { pageParts } from '#lib/urls.ts';
import { ARTICLES_PER_PAGE, paginate } from '#lib/lists/pagination.ts';
import { addresses } from './addresses.ts';
import { type ArticleSummary, getArticles } from './articles.ts';
import { listKey } from './cache-keys.ts';
import { lazy } from '#lib/lazy.ts';
import { getTagCloud, type WeightedTag } from './tag-cloud.ts';
import { type Author, type Category, getAuthors, getCategories } from './taxonomy.ts';

/** One page of a list of articles, newest first. */
export interface ArticleList {
  articles: ArticleSummary[];
  total: number;
  /** From 1. */
  number: number;
  last: number;
  previous: string | null;
  next: string | null;
}

/** A page to build, as `getStaticPaths` returns it: the end of its address, its subject and its articles. */
interface ListPage<Subject> {
  params: { path: string };
  props: { subject: Subject; list: ArticleList };
  cacheKey: string;
}

async function listPages<Subject extends object>(
  subject: Subject,
  parts: readonly string[],
  articles: readonly ArticleSummary[],
  addressOf: (pageNumber: number) => string,
): Promise<ListPage<Subject>[]> {
  const pages = paginate(articles, ARTICLES_PER_PAGE).map(async ({ items, number, last, total }) => {
    const list: ArticleList = {
      articles: items,
      total,
      number,
      last,
      previous: number > 1 ? addressOf(number - 1) : null,
      next: number < last ? addressOf(number + 1) : null,
    };
    const path = [...parts, ...pageParts(number)].join('/');
    return { params: { path }, props: { subject, list }, cacheKey: await listKey(subject, list) };
  });
  return Promise.all(pages);
}

/** The pages of several lists, in order. */
async function allPages<Subject extends object>(
  lists: () => Promise<readonly Promise<ListPage<Subject>[]>[]>,
): Promise<ListPage<Subject>[]> {
  return (await Promise.all(await lists())).flat();
}

/** Groups articles by key. Each group keeps the order of `articles`. */
function groupBy(
  articles: readonly ArticleSummary[],
  keysOf: (article: ArticleSummary) => readonly string[],
): ReadonlyMap<string, ArticleSummary[]> {
  const groups = new Map<string, ArticleSummary[]>();
  for (const article of articles) {
    for (const key of keysOf(article)) {
      const group = groups.get(key);
      if (group) group.push(article);
      else groups.set(key, [article]);
    }
  }
  return groups;
}

/** Articles by category; a section includes the articles of its sub-sections. */
export const getArticlesByCategory = lazy(async () =>
  groupBy(await getArticles(), ({ category }) =>
    category.parent ? [category.slug, category.parent.slug] : [category.slug],
  ),
);

/** The newest articles, as a list of one page. */
export async function getNewest(most: number): Promise<ArticleList> {
  const articles = (await getArticles()).slice(0, most);
  return { articles, total: articles.length, number: 1, last: 1, previous: null, next: null };
}

/** Every page of every category. */
export async function getCategoryPages(): Promise<ListPage<Category>[]> {
  return allPages(async () => {
    const [categories, groups] = await Promise.all([getCategories(), getArticlesByCategory()]);
    return [...categories.values()].map((category) =>
      listPages(category, category.path, groups.get(category.slug) ?? [], (number) =>
        addresses.category(category.path, number),
      ),
    );
  });
}

/** Every page of every tag in use. */
export async function getTagPages(): Promise<ListPage<WeightedTag>[]> {
  return allPages(async () => {
    const [tags, articles] = await Promise.all([getTagCloud(), getArticles()]);
    const groups = groupBy(articles, (article) => article.tags.map(({ slug }) => slug));
    return tags.map((tag) =>
      listPages(tag, [tag.slug], groups.get(tag.slug) ?? [], (number) => addresses.tag(tag.slug, number)),
    );
  });
}

/** Every page of every author. */
export async function getAuthorPages(): Promise<ListPage<Author>[]> {
  return allPages(async () => {
    const [authors, articles] = await Promise.all([getAuthors(), getArticles()]);
    const groups = groupBy(articles, (article) => article.authors.map(({ slug }) => slug));
    return [...authors.values()].map((author) =>
      listPages(author, [author.slug], groups.get(author.slug) ?? [], (number) =>
        addresses.author(author.slug, number),
      ),
    );
  });
}

/** A year of the archives, or one of its months. */
export interface ArchivePeriod {
  year: string;
  /** `06`; `null` for a whole year. */
  month: string | null;
  href: string;
  count: number;
  /** The months that have articles, in order, if this is a year; empty for a month. */
  months: ArchivePeriod[];
}

const getGroupsByPeriod = lazy(async () =>
  groupBy(await getArticles(), ({ publishedAt: { day } }) => [day.slice(0, 4), day.slice(0, 7)]),
);

/** Years that have articles, the newest first. */
export const getArchiveYears = lazy(async (): Promise<ArchivePeriod[]> => {
  const groups = await getGroupsByPeriod();
  const periods = [...groups].map(([key, articles]): ArchivePeriod => {
    const [year = '', month = null] = key.split('-');
    return { year, month, href: addresses.archive(key.split('-')), count: articles.length, months: [] };
  });
  const months = periods
    .filter(({ month }) => month !== null)
    .sort((a, b) => (a.month ?? '').localeCompare(b.month ?? ''));
  return periods
    .filter(({ month }) => month === null)
    .map((year) => ({ ...year, months: months.filter((month) => month.year === year.year) }))
    .sort((a, b) => b.year.localeCompare(a.year));
});

/** A year of the archives, with its months and their articles. */
export interface ArchivedYear extends ArchivePeriod {
  months: ArchivedMonth[];
}

interface ArchivedMonth extends ArchivePeriod {
  /** Empty when the month has more than MAX_NAMED articles. */
  articles: readonly ArticleSummary[];
}

/** Maximum number of articles of a month that the index of the archives lists by title. */
const MAX_NAMED = 4;

/** Returns the index of the archives. */
export async function getArchivedYears(): Promise<ArchivedYear[]> {
  const [years, groups] = await Promise.all([getArchiveYears(), getGroupsByPeriod()]);
  const articlesOf = ({ year, month }: ArchivePeriod) => groups.get(`${year}-${month ?? ''}`) ?? [];
  return years.map((year) => ({
    ...year,
    months: year.months.map((month) => {
      const articles = articlesOf(month);
      return { ...month, articles: articles.length > MAX_NAMED ? [] : articles };
    }),
  }));
}

/** Every page of every year and month. */
export async function getArchivePages(): Promise<ListPage<ArchivePeriod>[]> {
  return allPages(async () => {
    const [years, groups] = await Promise.all([getArchiveYears(), getGroupsByPeriod()]);
    return years
      .flatMap((year) => [year, ...year.months])
      .map((period) => {
        const parts = period.month ? [period.year, period.month] : [period.year];
        return listPages(period, parts, groups.get(parts.join('-')) ?? [], (number) =>
          addresses.archive(parts, number),
        );
      });
  });
}
