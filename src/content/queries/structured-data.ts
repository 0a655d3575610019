import type { Thing } from 'schema-dts';
import {
  type Crumb as DescribedCrumb,
  type DescribedMagazine,
  describeArticle,
  describeBreadcrumb,
  describeMagazine,
  describeProfile,
  describeSite,
} from '#lib/json-ld.ts';
import { absolute, addresses } from './addresses.ts';
import type { ArticlePage } from './article-pages.ts';
import type { Crumb } from './breadcrumbs.ts';
import type { Site } from './site.ts';
import type { Author } from './taxonomy.ts';

/** Structured data of the front page. */
export function frontPageData(site: Site): Thing[] {
  const magazine = describedMagazine(site);
  return [describeSite(magazine), describeMagazine(magazine)];
}

/** Structured data of an article, with the texts, dates and breadcrumb of its page. */
export function articleData(article: ArticlePage, ancestors: readonly Crumb[], site: Site): Thing[] {
  const described = describeArticle({
    url: absolute(article.href),
    headline: article.title,
    description: article.description,
    pictures: article.crops.map(({ url }) => url),
    publishedAt: article.publishedAt.instant,
    modifiedAt: article.updatedAt?.instant ?? null,
    section: article.category.name,
    keywords: article.tags.map(({ name }) => name),
    authors: article.authors.map(({ name, href, collective }) => ({ name, url: absolute(href), collective })),
    publisher: describedMagazine(site),
    comments: site.discussion
      ? article.comments.threads
          .flatMap(({ replies, ...comment }) => [comment, ...replies])
          .map(({ anchor, name, date, text }) => ({
            url: `${absolute(article.href)}#${anchor}`,
            author: name,
            writtenAt: date.instant,
            text,
          }))
      : null,
  });
  return [described, breadcrumbData(ancestors, article.title)];
}

/** Structured data of an author's page. */
export function profileData({ name, description, href, url, collective }: Author): Thing {
  return describeProfile({ name, description, url: absolute(href), profile: url, collective });
}

/** Structured data of the breadcrumb of any page. */
export function breadcrumbData(ancestors: readonly Crumb[], current: string): Thing {
  const above = ancestors.map(({ label, href }): DescribedCrumb => ({ label, url: absolute(href) }));
  return describeBreadcrumb([...above, { label: current, url: null }]);
}

function describedMagazine({ name, tagline, home, follow, roles, licence }: Site): DescribedMagazine {
  return {
    name,
    tagline,
    url: absolute(home),
    logo: absolute(addresses.file('favicon.svg')),
    publishingPrinciples: roles.charte === undefined ? null : absolute(roles.charte),
    correctionsPolicy: roles.corrections === undefined ? null : absolute(roles.corrections),
    licence: licence?.url ?? null,
    // Example accounts are omitted, because they do not belong to the magazine.
    profiles: !follow || follow.isExample ? [] : follow.networks.map(({ url }) => url),
  };
}
