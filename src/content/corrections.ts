import { type ArticleSummary, type Correction, getArticles } from './articles.ts';

/** A correction, and the article it was made in. */
export interface MadeCorrection extends Correction {
  article: Pick<ArticleSummary, 'title' | 'href'>;
}

/** The corrections of all published articles, newest first. */
export async function getCorrections(): Promise<MadeCorrection[]> {
  const articles = await getArticles();
  return articles
    .flatMap((article) =>
      // Titles are set in French when they are asked for, and few articles are corrected.
      article.corrections.map((correction) => ({
        ...correction,
        article: { title: article.title, href: article.href },
      })),
    )
    .sort((a, b) => b.date.instant.localeCompare(a.date.instant));
}
