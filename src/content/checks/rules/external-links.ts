import { join } from 'node:path';
import { askLinks } from '#content/checks/project/external-links.ts';
import { isExternal, linksOf, sourceLinksOf } from '#content/checks/project/links.ts';
import type { Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

/** A warning, because a site may be down for a day. */
export const rule: Rule = {
  name: 'liens externes',
  description: 'Les liens vers d’autres sites répondent encore (seulement avec « --externes »).',
  example: '[le rapport](https://exemple.fr/page-disparue)',
  severity: 'avertissement',
  skipped: ({ external }) => (external ? null : fr`à demander avec ${'« npm run check -- --externes »'}`),
  async check({ root, documents, now }) {
    const links = documents
      .flatMap((document) => [...sourceLinksOf(document), ...linksOf(document)])
      .filter(({ url }) => isExternal(url));
    const cacheFile = join(root, '.cache/external-links.json');
    const answers = await askLinks(
      links.map(({ url }) => url),
      cacheFile,
      now.getTime(),
    );
    return links.flatMap(({ url, ...place }) => {
      const fault = answers.get(url);
      if (typeof fault !== 'string') return [];
      return [
        {
          ...place,
          message: fr`« ${url} » ne répond pas correctement : ${fault}`,
          remedy: fr`Ouvrez l’adresse ; si la page a disparu, citez-en une autre`,
        },
      ];
    });
  },
};
