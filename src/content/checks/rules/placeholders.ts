import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPlaceholders } from '#content/checks/placeholders.ts';
import { readYaml } from '#content/files/yaml-source.ts';
import type { Project } from '#content/checks/project/project.ts';
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

/** The numbers of the follow card, when site.yaml says that they are examples. */
function exampleNumbers(root: Project['root']): RuleProblem[] {
  const file = 'content/site.yaml';
  const path = join(root, file);
  if (!existsSync(path)) return [];
  const source = readYaml(readFileSync(path, 'utf8'));
  const { follow } = (source.data ?? {}) as { follow?: { example?: unknown } };
  if (follow?.example !== true) return [];
  return [
    {
      file,
      ...source.placeOfValue(['follow', 'example']),
      message: fr`Il reste à écrire : les adresses et les nombres d’abonnés de vos comptes`,
      remedy: fr`Remplacez ceux du bloc « follow », puis supprimez la ligne ${'example: true'}`,
    },
  ];
}
