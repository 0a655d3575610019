import { readSite } from '#content/files/content-file.ts';
import { nodesOf, textOf } from '#content/files/mdx-tree.ts';
import { valueAt } from '#content/files/yaml-source.ts';
import type { ComponentName } from '#model/editorial-components.ts';
import { defineRule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

const COMPONENT: ComponentName = 'ACompleter';

export const rule = defineRule({
  name: 'à compléter',
  description: 'Il ne reste aucun passage à compléter.',
  example: '<ACompleter>adresse de la rédaction</ACompleter>',
  severity: 'avertissement',
  checkDocument({ tree }, report) {
    for (const node of nodesOf(tree))
      if (node.name === COMPONENT)
        report(
          node,
          fr`Il reste à écrire : ${textOf(node).replace(/\s+/gu, ' ').trim()}`,
          fr`Remplacez ${'<ACompleter>…</ACompleter>'} par le texte`,
        );
  },
  /** Reports the follower counts that site.yaml marks as examples. */
  checkProject({ root }, reportIn) {
    const { file, source } = readSite(root);
    if (valueAt(source.data, ['follow', 'example']) === true)
      reportIn(file)(
        source.placeOfValue(['follow', 'example']),
        fr`Il reste à écrire : les adresses et les nombres d’abonnés de vos comptes`,
        fr`Remplacez ceux du bloc « follow », puis supprimez la ligne ${'example: true'}`,
      );
  },
});
