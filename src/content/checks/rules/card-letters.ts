import { type CardText, cardText } from '#images/card-letters.ts';
import { fieldText } from '#content/checks/project/fields.ts';
import type { Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

export const rule: Rule = {
  name: 'lettres de l’image de partage',
  description:
    'Le titre figure sur l’image de partage : les caractères absents de ses polices y sont remplacés ou omis (émojis, symboles, autres alphabets).',
  example: 'title: Paris → Lyon, le train qui 🚀',
  severity: 'note',
  check: ({ documents }) =>
    documents.flatMap((document) => {
      const title = document.kind === 'article' ? fieldText(document, ['title']) : null;
      if (!title) return [];
      const drawn = cardText(title.text);
      if (drawn.changed.size === 0) return [];
      return [
        {
          file: document.source.file,
          ...title.place,
          message: fr`L’image de partage ne peut pas afficher ${listOf(drawn)}`,
          remedy: drawn.text
            ? fr`Elle affichera « ${drawn.text} » : réécrivez le titre si cela ne convient pas`
            : fr`Elle affichera le nom du magazine à la place du titre`,
        },
      ];
    }),
};

/** The first characters that the card cannot show. */
function listOf({ changed }: CardText): string {
  const letters = [...changed.keys()];
  return `« ${letters.slice(0, 5).join(' ')} »${letters.length > 5 ? '…' : ''}`;
}
