import { cardText } from '#images/card-letters.ts';
import { fieldText } from '#content/checks/project/fields.ts';
import { defineRule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

export const rule = defineRule({
  name: 'lettres de l’image de partage',
  description:
    'Le titre figure sur l’image de partage : les caractères absents de ses polices y sont remplacés ou omis (émojis, symboles, autres alphabets).',
  example: 'title: Paris → Lyon, le train qui 🚀',
  severity: 'note',
  checkDocument(document, report) {
    const title = document.kind === 'article' ? fieldText(document, ['title']) : null;
    if (!title) return;
    const { text, changed } = cardText(title.text);
    const letters = [...changed.keys()];
    if (letters.length === 0) return;
    const shown = `« ${letters.slice(0, 5).join(' ')} »${letters.length > 5 ? '…' : ''}`;
    report(
      title.place,
      fr`L’image de partage ne peut pas afficher ${shown}`,
      text
        ? fr`Elle affichera « ${text} » : réécrivez le titre si cela ne convient pas`
        : fr`Elle affichera le nom du magazine à la place du titre`,
    );
  },
});
