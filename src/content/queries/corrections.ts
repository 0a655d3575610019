import { typeset } from '#lib/typography/typeset.ts';
import { type ArticleSummary, getPublished, type Published, showDate, type ShownDate } from './articles.ts';

export interface Correction {
  date: ShownDate;
  text: string;
}

/** A correction, with its article. */
export interface MadeCorrection extends Correction {
  article: Pick<ArticleSummary, 'title' | 'href'>;
}

/** Returns the corrections of an article, in file order. */
export function correctionsOf({ entry }: Published): Correction[] {
  return entry.data.corrections.map(({ date, text }) => ({ date: showDate(date), text: typeset(text) }));
}

/** Returns the corrections of all published articles, newest first. */
export async function getCorrections(): Promise<MadeCorrection[]> {
  return (await getPublished())
    .flatMap((article) => {
      const { title, href } = article.summary;
      return correctionsOf(article).map((correction) => ({ ...correction, article: { title, href } }));
    })
    .sort((a, b) => b.date.instant.localeCompare(a.date.instant));
}
