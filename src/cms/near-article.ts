import { fr } from '#lib/typography/fr.ts';
import { type ExistingArticle, nearArticleNotice } from '#search/near-article.ts';

/**
 * Asks for confirmation, once, before saving a new article that is nearly the same as a published one.
 *
 * @param address the URL of the list of published articles; if it cannot be loaded, nothing is asked
 * @returns a function that throws when the editor decides not to save
 */
export function guardAgainstRepetition(address: string): (title: string, description: string) => void {
  const asked = new Set<string>();
  let articles: readonly ExistingArticle[] = [];
  void fetch(address)
    .then((response) => response.json() as Promise<typeof articles>)
    .then((list) => void (articles = list))
    // Without the list, there is nothing to compare with.
    .catch(() => undefined);
  return (title, description) => {
    const notice = nearArticleNotice({ title, description }, articles);
    if (notice === null || asked.has(notice)) return;
    asked.add(notice);
    if (!confirm(`${notice} ${fr`Enregistrer le vôtre quand même ?`}`)) throw new Error(notice);
  };
}
