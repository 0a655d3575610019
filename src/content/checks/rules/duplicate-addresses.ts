import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isTaken } from '#routes.ts';
import { fieldTexts } from '#content/checks/project/fields.ts';
import { publishedFirst } from '#content/checks/project/project.ts';
import type { Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';
import { addressOf } from '#content/checks/project/published-addresses.ts';

export const rule: Rule = {
  name: 'adresses en double',
  description:
    'Une adresse, ancienne ou présente, ne mène qu’à un article ou une page, et n’est pas celle d’une page créée par le site.',
  example: 'aliases: /2024/06/ancien-titre/, dans deux articles',
  severity: 'erreur',
  check({ root, documents, now }) {
    const folder = join(root, 'public');
    const served = existsSync(folder) ? readdirSync(folder) : [];
    const ordered = publishedFirst(documents, now);
    const owners = new Map(ordered.map((document) => [addressOf(document), document.source.file]));
    return ordered.flatMap((document) =>
      fieldTexts(document, 'aliases').flatMap(({ text, place }) => {
        const file = document.source.file;
        // Some hosts ignore case.
        const address = text.toLowerCase();
        if (isTaken(address, served))
          return [
            {
              file,
              ...place,
              message: fr`L’adresse « ${text} » est celle d’une page créée par le site`,
              remedy: fr`Supprimez-la : elle remplacerait cette page`,
            },
          ];
        const owner = owners.get(address);
        if (owner === undefined) owners.set(address, file);
        if (owner === undefined) return [];
        return [
          {
            file,
            ...place,
            message: fr`L’adresse « ${text} » est déjà celle de ${owner}`,
            remedy: fr`Ne l’utilisez qu’à un seul endroit`,
          },
        ];
      }),
    );
  },
};
