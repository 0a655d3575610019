import { findPlaceholders } from '#content/checks/placeholders.ts';
import { readSite } from '#content/files/content-file.ts';
import { valueAt } from '#content/files/yaml-source.ts';
import type { Rule, RuleProblem } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

export const rule: Rule = {
  name: 'à compléter',
  description: 'Il ne reste aucun passage à compléter.',
  example: '<ACompleter>adresse de la rédaction</ACompleter>',
  severity: 'avertissement',
  check: ({ root, documents }) => [
    ...documents.flatMap(({ source }) =>
      findPlaceholders(source.file, source.text).map(({ expected, ...place }) => ({
        ...place,
        message: fr`Il reste à écrire : ${expected}`,
        remedy: fr`Remplacez ${'<ACompleter>…</ACompleter>'} par le texte`,
      })),
    ),
    ...exampleNumbers(root),
  ],
};

/** Follower counts that site.yaml marks as examples. */
function exampleNumbers(root: string): RuleProblem[] {
  const { file, source } = readSite(root);
  if (valueAt(source.data, ['follow', 'example']) !== true) return [];
  return [
    {
      file,
      ...source.placeOfValue(['follow', 'example']),
      message: fr`Il reste à écrire : les adresses et les nombres d’abonnés de vos comptes`,
      remedy: fr`Remplacez ceux du bloc « follow », puis supprimez la ligne ${'example: true'}`,
    },
  ];
}
