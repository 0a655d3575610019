import { fieldText } from '#content/checks/project/fields.ts';
import type { Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

/** Search engines cut a title after about 70 signs; 80 lets a kicker through. A page may be called « Contact ». */
const LEAST = 15;
const MOST = 80;

export const rule: Rule = {
  name: 'longueur du titre',
  description:
    'Le titre d’un article compte de 15 à 80 caractères : au-delà, les moteurs de recherche le coupent.',
  example: 'title: L’IA',
  severity: 'avertissement',
  check: ({ documents }) =>
    documents.flatMap((document) => {
      const title = document.kind === 'article' ? fieldText(document, ['title']) : null;
      const length = title?.text.trim().length ?? 0;
      if (!title || (length >= LEAST && length <= MOST)) return [];
      return [
        {
          file: document.source.file,
          ...title.place,
          message: fr`Le titre compte ${length} caractères`,
          remedy:
            length < LEAST
              ? fr`Précisez-le : ${LEAST} caractères au minimum`
              : fr`Raccourcissez-le : ${MOST} caractères au maximum`,
        },
      ];
    }),
};
