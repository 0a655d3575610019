import { type ArticleSummary, type Correction, getPublished } from './articles.ts';

/** A correction, and the article it was made in. */
export interface MadeCorrection extends Correction {
  article: Pick<ArticleSummary, 'title' | 'href'>;
}

/** The corrections of all published articles, newest first. */
export async function getCorrections(): Promise<MadeCorrection[]> {
  // Few articles are corrected: of the others, nothing is set in French for it.
  const corrected = (await getPublished()).filter(({ entry }) => entry.data.corrections.length > 0);
  return corrected
    .flatMap(({ summary: { title, href, corrections } }) =>
      corrections.map((correction) => ({ ...correction, article: { title, href } })),
    )
    .sort((a, b) => b.date.instant.localeCompare(a.date.instant));
}
