import { existsSync } from 'node:fs';
import { formatPartialDate } from '#lib/dates.ts';
import { countWords, readingMinutes } from '#lib/reading-time.ts';
import { typeset } from '#lib/typography/typeset.ts';
import { lazy } from '#lib/lazy.ts';
import { pathOf, ROUTES } from '#routes.ts';
import { strings } from '#strings/site.ts';
import { absolute, addresses } from './addresses.ts';
import { type ArticleBody, readArticleBody } from './article-body.ts';
import { articlePath } from '#content/files/article-records.ts';
import { type ArticleSurroundings, getArticleSurroundings } from './article-surroundings.ts';
import { type ArticleSummary, asSaved, type CoverPicture, getPublished, type Published } from './articles.ts';
import { articleKey } from './cache-keys.ts';
import { type ArticleComments, getComments } from './comments.ts';
import { type Correction, correctionsOf } from './corrections.ts';
import { withoutHiddenLinks } from '#content/files/hidden-links.ts';
import { type CoverCrop, cropCover } from './pictures.ts';
import type { SocialCard } from '#model/social-card.ts';

export interface Source {
  title: string;
  /** Two-letter language code of the title. */
  language: string;
  publisher: string;
  url: string | null;
  /** « janvier 2024 » */
  date: string | null;
}

export interface HeadingLink {
  id: string;
  /** Phrasing content without links. */
  html: string;
}

/** The cover of an article, with its alternative text and caption. */
export interface Cover extends CoverPicture {
  alt: string;
  caption: string;
  credit: string;
}

/** The data of an article's page. */
export interface ArticlePage extends ArticleSummary, ArticleSurroundings {
  picture: SocialCard;
  cover: Cover;
  corrections: Correction[];
  /** Crops of the cover for other sites, the widest first. */
  crops: CoverCrop[];
  readingMinutes: number;
  sources: Source[];
  headings: HeadingLink[];
  comments: ArticleComments;
  body: ArticleBody;
}

/**
 * The page of each article, as `getStaticPaths` returns it. A text that imports components has no cache key, so its
 * page is rendered in every build.
 */
export async function getArticlePages() {
  return Promise.all(
    (await getPublished()).map(async (article) => ({
      params: { slug: article.entry.id },
      props: { load: async () => loadPage(await asSaved(article)) },
      cacheKey: 'deferredRender' in article.entry ? undefined : await articleKey(article),
    })),
  );
}

const getPublishedSlugs = lazy(async () => new Set((await getPublished()).map(({ entry }) => entry.id)));

/** Loads the data of an article's page. */
export async function loadPage(article: Published): Promise<ArticlePage> {
  const { entry, summary } = article;
  const { data } = entry;
  const alt = typeset(data.cover.alt);
  const { body, headings, source } = await readArticleBody(entry);
  const published = await getPublishedSlugs();
  const isHidden = (slug: string) => !published.has(slug) && existsSync(articlePath(slug));
  return {
    ...summary,
    picture: {
      url: absolute(addresses.socialCard(pathOf(ROUTES.article, entry.id))),
      alt: strings.socialCard.article(summary.title, alt),
    },
    cover: {
      ...summary.cover,
      alt,
      caption: typeset(data.cover.caption),
      credit: typeset(data.cover.credit),
    },
    corrections: correctionsOf(article),
    crops: cropCover(summary.cover),
    readingMinutes: readingMinutes(countWords(source)),
    sources: data.sources.map(({ title, language, publisher, url, date }) => ({
      title: language === 'fr' ? typeset(title) : title,
      language,
      publisher: typeset(publisher),
      url: url ?? null,
      date: date ? formatPartialDate(date) : null,
    })),
    ...(await getArticleSurroundings(entry.id)),
    headings: headings.filter(({ depth }) => depth === 2).map(({ slug, html }) => ({ id: slug, html })),
    comments: await getComments(entry.id),
    body: { ...body, nodes: withoutHiddenLinks(body.nodes, isHidden) },
  };
}
