import type {
  BreadcrumbList,
  Comment,
  NewsArticle,
  NewsMediaOrganization,
  ProfilePage,
  Thing,
  WebSite,
} from 'schema-dts';

/** An article, as its page shows it; addresses are absolute. */
export interface DescribedArticle {
  url: string;
  headline: string;
  description: string;
  /** The widest first. */
  pictures: string[];
  /** ISO 8601, with an offset. */
  publishedAt: string;
  modifiedAt: string | null;
  section: string;
  keywords: string[];
  authors: { name: string; url: string; collective: boolean }[];
  publisher: DescribedMagazine;
  /** `null` in a magazine without comments. */
  comments: DescribedComment[] | null;
}

export interface DescribedComment {
  url: string;
  author: string;
  /** ISO 8601, with an offset. */
  writtenAt: string;
  text: string;
}

export interface DescribedMagazine {
  name: string;
  tagline: string;
  url: string;
  logo: string;
  /** Address of the page on editorial principles; `null` without such a page. */
  publishingPrinciples: string | null;
  /** Address of the page on corrections; `null` without such a page. */
  correctionsPolicy: string | null;
  /** Address of the licence of texts and pictures; `null` when all rights are reserved. */
  licence: string | null;
  /** Profiles on social networks. */
  profiles: string[];
}

export interface Crumb {
  label: string;
  /** `null` for the current page. */
  url: string | null;
}

/** The publisher (schema.org/NewsMediaOrganization). */
export function describeMagazine(magazine: DescribedMagazine): NewsMediaOrganization {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': `${magazine.url}#magazine`,
    name: magazine.name,
    slogan: magazine.tagline,
    url: magazine.url,
    logo: { '@type': 'ImageObject', url: magazine.logo },
    ...given('publishingPrinciples', magazine.publishingPrinciples),
    ...given('correctionsPolicy', magazine.correctionsPolicy),
    ...(magazine.profiles.length > 0 ? { sameAs: magazine.profiles } : {}),
  };
}

/** An object with one property, or an empty object when the value is `null`. */
const given = <Name extends string>(name: Name, value: string | null) =>
  (value === null ? {} : { [name]: value }) as Partial<Record<Name, string>>;

/** The site, for its front page. */
export function describeSite(magazine: DescribedMagazine): WebSite {
  return {
    '@type': 'WebSite',
    name: magazine.name,
    url: magazine.url,
    inLanguage: 'fr',
    publisher: { '@id': `${magazine.url}#magazine` },
  };
}

/** The metadata of an article, without its text. */
export function describeArticle(article: DescribedArticle): NewsArticle {
  return {
    '@type': 'NewsArticle',
    mainEntityOfPage: article.url,
    url: article.url,
    headline: article.headline,
    description: article.description,
    image: article.pictures,
    datePublished: article.publishedAt,
    dateModified: article.modifiedAt ?? article.publishedAt,
    articleSection: article.section,
    keywords: article.keywords,
    inLanguage: 'fr',
    isAccessibleForFree: true,
    ...given('license', article.publisher.licence),
    author: article.authors.map(({ name, url, collective }) => ({
      '@type': collective ? ('Organization' as const) : ('Person' as const),
      name,
      url,
    })),
    publisher: describeMagazine(article.publisher),
    ...(article.comments ? { commentCount: article.comments.length } : {}),
    ...(article.comments?.length ? { comment: article.comments.map(describeComment) } : {}),
  };
}

function describeComment({ url, author, writtenAt, text }: DescribedComment): Comment {
  return {
    '@type': 'Comment',
    url,
    author: { '@type': 'Person', name: author },
    dateCreated: writtenAt,
    text,
  };
}

/** An author: a person or a group. */
export interface DescribedAuthor {
  name: string;
  description: string;
  /** The page of the author in the magazine. */
  url: string;
  /** The author's page on another site. */
  profile: string | null;
  collective: boolean;
}

/** The page of an author (developers.google.com, « Profile page »). */
export function describeProfile({
  name,
  description,
  url,
  profile,
  collective,
}: DescribedAuthor): ProfilePage {
  return {
    '@type': 'ProfilePage',
    url,
    inLanguage: 'fr',
    mainEntity: {
      '@type': collective ? 'Organization' : 'Person',
      '@id': `${url}#signature`,
      name,
      description,
      url,
      ...given('sameAs', profile),
    },
  };
}

/** The breadcrumb that the page shows. */
export function describeBreadcrumb(crumbs: readonly Crumb[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, url }, index) => ({
      '@type': 'ListItem' as const,
      position: index + 1,
      name: label,
      ...(url === null ? {} : { item: url }),
    })),
  };
}

/**
 * Serialises structured data for a script element; `<` is escaped, so that no text can close the element.
 */
export function serialiseJsonLd(things: readonly Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c');
}
