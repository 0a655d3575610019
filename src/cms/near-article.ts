import { fr } from '#lib/typography/fr.ts';
import { type ExistingArticle, nearArticleNotice } from '#search/near-article.ts';

/**
 * Asks once before a new article is saved that says nearly what a published one says.
 *
 * @param address of the list of published articles; without an answer, nothing is asked
 * @returns a function that throws when the editor does not want to save
 */
export function guardAgainstRepetition(address: string): (title: string, description: string) => void {
  const asked = new Set<string>();
  let articles: readonly ExistingArticle[] = [];
  void fetch(address)
    .then((response) => response.json() as Promise<typeof articles>)
    .then((list) => void (articles = list))
    // A site without the list has nothing to compare with.
    .catch(() => undefined);
  return (title, description) => {
    const notice = nearArticleNotice({ title, description }, articles);
    if (notice === null || asked.has(notice)) return;
    asked.add(notice);
    if (!confirm(`${notice} ${fr`Enregistrer le vôtre quand même ?`}`)) throw new Error(notice);
  };
}
