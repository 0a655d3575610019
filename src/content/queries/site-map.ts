import { strings } from '#strings/site.ts';
import { addresses } from './addresses.ts';
import { getArticles } from './articles.ts';
import { periodLabel } from './breadcrumbs.ts';
import { getArchiveYears, getArticlesByCategory } from './lists.ts';
import { getSite } from './site.ts';
import { getAuthors } from './taxonomy.ts';

export interface SiteMapLink {
  label: string;
  href: string;
  children: SiteMapLink[];
}

/** A part of the site, with its pages. */
export interface SiteMapPart {
  title: string;
  links: SiteMapLink[];
}

/**
 * Returns the parts of the site: sections, lists, the magazine's pages, then the archives, which lead to every article.
 */
export async function getSiteMap(): Promise<SiteMapPart[]> {
  const [site, authors, years, articles, groups] = await Promise.all([
    getSite(),
    getAuthors(),
    getArchiveYears(),
    getArticles(),
    getArticlesByCategory(),
  ]);
  const signing = new Set(articles.flatMap((article) => article.authors.map(({ slug }) => slug)));
  const leaf = (label: string, href: string): SiteMapLink => ({ label, href, children: [] });
  return [
    {
      title: strings.siteMap.sections,
      links: site.sections
        .filter(({ slug }) => groups.has(slug))
        .map(({ name, href, children }) => ({
          label: name,
          href,
          children: children
            .filter(({ slug }) => groups.has(slug))
            .map((child) => leaf(child.name, child.href)),
        })),
    },
    {
      title: strings.siteMap.entries,
      links: [
        leaf(strings.search.title, addresses.search),
        leaf(strings.tags.all, addresses.tags),
        ...[...authors.values()]
          .filter(({ slug }) => signing.has(slug))
          .map(({ name, href }) => leaf(name, href)),
      ],
    },
    {
      title: strings.siteMap.magazine,
      links: [
        leaf(strings.home, site.home),
        ...site.pages.map(({ title, href }) => leaf(title, href)),
        ...(site.readingList ? [leaf(strings.readingList.link, site.readingList)] : []),
      ],
    },
    {
      title: strings.archives.title,
      links: [
        leaf(strings.archives.all, addresses.archives),
        ...years.map((year) => ({
          label: periodLabel(year),
          href: year.href,
          children: year.months.map((month) => leaf(periodLabel(month), month.href)),
        })),
      ],
    },
  ];
}
