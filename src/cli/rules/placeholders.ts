import { findPlaceholders } from '#content/placeholders.ts';
import type { Rule } from '#cli/rule.ts';
import { say } from '#cli/say.ts';

export const rule: Rule = {
  name: 'à compléter',
  description: 'Il ne reste aucun passage à compléter.',
  example: '<ACompleter>adresse de la rédaction</ACompleter>',
  severity: 'avertissement',
  check: ({ documents }) =>
    documents.flatMap(({ source }) =>
      findPlaceholders(source.file, source.text).map(({ expected, ...place }) => ({
        ...place,
        message: say`Il reste à écrire : ${expected}`,
        remedy: say`Remplacez ${'<ACompleter>…</ACompleter>'} par le texte`,
      })),
    ),
};
