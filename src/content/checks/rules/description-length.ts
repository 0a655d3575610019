import { fieldText } from '#content/checks/project/fields.ts';
import type { Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

const LEAST = 70;
const MOST = 260;

export const rule: Rule = {
  name: 'longueur du chapô',
  description: 'Le chapô compte de 70 à 260 caractères : deux ou trois phrases, affichées partout en entier.',
  example: 'description: Un article sur les batteries et leur avenir en Europe.',
  severity: 'avertissement',
  check: ({ documents }) =>
    documents.flatMap((document) => {
      const description = fieldText(document, ['description']);
      const length = description?.text.trim().length ?? 0;
      if (!description || (length >= LEAST && length <= MOST)) return [];
      return [
        {
          file: document.source.file,
          ...description.place,
          message: fr`Le chapô compte ${length} caractères`,
          remedy:
            length < LEAST
              ? fr`Annoncez ce que le lecteur apprendra, en ${LEAST} caractères au minimum`
              : fr`Raccourcissez-le : ${MOST} caractères au maximum`,
        },
      ];
    }),
};
