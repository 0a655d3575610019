import { fieldText } from '#cli/fields.ts';
import type { Rule } from '#cli/rule.ts';
import { say } from '#cli/say.ts';

const LEAST = 70;
const MOST = 260;

export const rule: Rule = {
  name: 'longueur du chapô',
  description: 'Le chapô a de 70 à 260 signes : deux ou trois phrases, qui se lisent partout en entier.',
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
          message: say`Le chapô a ${length} signes`,
          remedy:
            length < LEAST
              ? say`Dites ce que le lecteur apprendra, en ${LEAST} signes au moins`
              : say`Ramenez-le à ${MOST} signes`,
        },
      ];
    }),
};
