import { countItems, type FieldText, fieldText } from '#cli/fields.ts';
import type { ContentDocument } from '#cli/project.ts';
import type { Rule } from '#cli/rule.ts';
import { say } from '#cli/say.ts';
import { addressOf } from '#cli/site-addresses.ts';

export const rule: Rule = {
  name: 'adresses en double',
  description: 'Une adresse, ancienne ou présente, ne mène qu’à un article ou une page.',
  example: 'aliases: /2024/06/ancien-titre/, dans deux articles',
  severity: 'erreur',
  check({ documents }) {
    const owners = new Map(documents.map((document) => [addressOf(document), document.source.file]));
    return documents.flatMap((document) =>
      aliasesOf(document).flatMap((alias) => {
        const owner = owners.get(alias.text);
        if (owner === undefined) owners.set(alias.text, document.source.file);
        if (owner === undefined) return [];
        return [
          {
            file: document.source.file,
            ...alias.place,
            message: say`L’adresse « ${alias.text} » est déjà celle de ${owner}`,
            remedy: say`Gardez-la à un seul endroit`,
          },
        ];
      }),
    );
  },
};

function aliasesOf(document: ContentDocument): FieldText[] {
  return Array.from({ length: countItems(document, 'aliases') }, (_, index) =>
    fieldText(document, ['aliases', index]),
  ).filter((alias) => alias !== null);
}
