import { fr } from '#lib/typography/fr.ts';
import { stemOf } from './question/stem.ts';
import { wordsOf } from './words.ts';

/** The title and the lead of an article. */
interface Headline {
  title: string;
  description: string;
}

/** An existing article, to which a new one is compared in case both are about the same. */
export interface ExistingArticle extends Headline {
  /** `/articles/accelerateur-ou-incubateur/` */
  address: string;
}

/**
 * Two articles are near when the title of each shares at least this part of its words with the other's title and lead;
 * rare words weigh more. In this magazine, reworded titles share 0.46 or more, and different articles at most 0.37.
 */
const NEAR = 0.42;

/**
 * Returns a notice that names the article whose title and lead resemble these most, whatever the inflections.
 *
 * @returns `null` when no article is near
 */
export function nearArticleNotice(written: Headline, articles: readonly ExistingArticle[]): string | null {
  const near = findNearArticle(written, articles);
  return near && fr`Un article proche existe déjà : « ${near.title} » (${near.address}).`;
}

function findNearArticle(written: Headline, articles: readonly ExistingArticle[]): ExistingArticle | null {
  const candidates = articles.map((article) => ({ article, ...stemsOf(article) }));
  const counts = new Map<string, number>();
  for (const { all } of candidates) for (const stem of all) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weightOf = (stem: string) => Math.log((candidates.length + 2) / ((counts.get(stem) ?? 0) + 1));
  const own = stemsOf(written);
  let best: { article: ExistingArticle; share: number } | null = null;
  for (const { article, title, all } of candidates) {
    const share = (shareOf(own.title, all, weightOf) + shareOf(title, own.all, weightOf)) / 2;
    if (share >= NEAR && share > (best?.share ?? 0)) best = { article, share };
  }
  return best?.article ?? null;
}

function stemsOf({ title, description }: Headline): Record<'title' | 'all', ReadonlySet<string>> {
  const stems = (text: string) => new Set(wordsOf(text).map(stemOf));
  return { title: stems(title), all: stems(`${title} ${description}`) };
}

/** Returns the share of the weight of `stems` that `others` also contain. */
function shareOf(
  stems: ReadonlySet<string>,
  others: ReadonlySet<string>,
  weightOf: (stem: string) => number,
): number {
  let [shared, total] = [0, 0];
  for (const stem of stems) {
    const weight = weightOf(stem);
    total += weight;
    if (others.has(stem)) shared += weight;
  }
  return total === 0 ? 0 : shared / total;
}
