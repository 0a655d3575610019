import { join } from 'node:path';
import { askLinks } from '#content/checks/project/link-answers.ts';
import { isExternal, linksOf, sourceLinksOf } from '#content/checks/project/links.ts';
import { defineRule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

/** A dead link is only a warning, because a site may be down for a day. */
export const externalLinks = defineRule({
  name: 'liens externes',
  description: 'Les liens vers d’autres sites répondent encore (seulement avec « --externes »).',
  example: '[le rapport](https://exemple.fr/page-disparue)',
  severity: 'avertissement',
  skipped: ({ external }) => (external ? null : fr`à demander avec ${'« npm run check -- --externes »'}`),
  async checkProject({ root, documents, now }, reportIn) {
    const links = documents.flatMap((document) =>
      [...sourceLinksOf(document), ...linksOf(document)]
        .filter(({ url }) => isExternal(url))
        .map((link) => ({ ...link, report: reportIn(document.source.file) })),
    );
    const urls = links.map(({ url }) => url);
    const answers = await askLinks(urls, join(root, '.cache/external-links.json'), now.getTime());
    for (const { report, url, ...place } of links) {
      const fault = answers.get(url);
      if (typeof fault === 'string')
        report(
          place,
          fr`« ${url} » ne répond pas correctement : ${fault}`,
          fr`Ouvrez l’adresse ; si la page a disparu, citez-en une autre`,
        );
    }
  },
});

/** Reports sources that link to a home page, where readers cannot find the cited document. */
export const sourceAddresses = defineRule({
  name: 'adresses des sources',
  description: 'L’adresse d’une source mène au document cité, et non à la page d’accueil de son éditeur.',
  example: 'url: https://www.iea.org/',
  severity: 'avertissement',
  checkDocument(document, report) {
    for (const { url, ...place } of sourceLinksOf(document))
      if (isHomePage(url))
        report(
          place,
          fr`« ${url} » est une page d’accueil`,
          fr`Indiquez l’adresse du document lui-même ; s’il n’est pas en ligne, supprimez « url »`,
        );
  },
});

function isHomePage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search, hash } = new URL(url);
  return (
    /^\/(?:(?:[a-z]{2}(?:[-_][a-z]{2})?|index\.\w+|home|accueil)\/?)?$/iu.test(pathname) &&
    search + hash === ''
  );
}
