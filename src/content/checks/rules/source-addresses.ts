import { sourceLinksOf } from '#content/checks/project/links.ts';
import type { Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

/** Readers must be able to find the cited document. */
export const rule: Rule = {
  name: 'adresses des sources',
  description: 'L’adresse d’une source mène au document cité, et non à la page d’accueil de son éditeur.',
  example: 'url: https://www.iea.org/',
  severity: 'avertissement',
  check: ({ documents }) =>
    documents.flatMap((document) =>
      sourceLinksOf(document)
        .filter(({ url }) => isHomePage(url))
        .map(({ url, ...place }) => ({
          ...place,
          message: fr`« ${url} » est une page d’accueil`,
          remedy: fr`Indiquez l’adresse du document lui-même ; s’il n’est pas en ligne, supprimez « url »`,
        })),
    ),
};

function isHomePage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search, hash } = new URL(url);
  return (
    /^\/(?:(?:[a-z]{2}(?:[-_][a-z]{2})?|index\.\w+|home|accueil)\/?)?$/iu.test(pathname) &&
    search + hash === ''
  );
}
