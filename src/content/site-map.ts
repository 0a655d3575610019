import { strings } from '#strings.ts';
import { addresses } from './addresses.ts';
import { type ArticleSummary, getArticles } from './articles.ts';
import { getPageContext } from './page-context.ts';
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

/** The whole site as a reader may walk it: sections, lists, the magazine's pages, then articles by year. */
export async function getSiteMap(): Promise<SiteMapPart[]> {
  const [{ site, sections }, authors, articles] = await Promise.all([
    getPageContext(),
    getAuthors(),
    getArticles(),
  ]);
  const leaf = (label: string, href: string): SiteMapLink => ({ label, href, children: [] });
  const years = [...new Set(articles.map(yearOf))];
  return [
    {
      title: strings.siteMap.sections,
      links: sections.map(({ name, href, children }) => ({
        label: name,
        href,
        children: children.map((child) => leaf(child.name, child.href)),
      })),
    },
    {
      title: strings.siteMap.entries,
      links: [
        leaf(strings.tags.all, addresses.tags),
        ...[...authors.values()].map(({ name, href }) => leaf(name, href)),
      ],
    },
    {
      title: strings.siteMap.magazine,
      links: [leaf(strings.home, site.home), ...site.pages.map(({ title, href }) => leaf(title, href))],
    },
    ...years.map((year) => ({
      title: strings.siteMap.archives(year),
      links: articles
        .filter((article) => yearOf(article) === year)
        .map(({ title, href }) => leaf(title, href)),
    })),
  ];
}

function yearOf({ publishedAt }: ArticleSummary): string {
  return publishedAt.day.slice(0, 4);
}
