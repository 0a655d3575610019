import { fieldText } from '#content/checks/project/fields.ts';
import { defineRule, type Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

export const titleLength = lengthRule(
  {
    name: 'longueur du titre',
    description:
      'Le titre d’un article compte de 15 à 80 caractères : au-delà, les moteurs de recherche le coupent.',
    example: 'title: L’IA',
  },
  // Search engines truncate titles after about 70 characters. The limit is higher, to leave room for a kicker.
  { field: 'title', what: 'Le titre', least: 15, most: 80 },
  (least) => fr`Précisez-le : ${least} caractères au minimum`,
);

export const descriptionLength = lengthRule(
  {
    name: 'longueur du chapô',
    description:
      'Le chapô compte de 70 à 260 caractères : deux ou trois phrases, affichées partout en entier.',
    example: 'description: Un article sur les batteries et leur avenir en Europe.',
  },
  { field: 'description', what: 'Le chapô', least: 70, most: 260 },
  (least) => fr`Annoncez ce que le lecteur apprendra, en ${least} caractères au minimum`,
);

/** Makes the rule of the length of a field, in characters. */
function lengthRule(
  texts: Pick<Rule, 'name' | 'description' | 'example'>,
  { field, what, least, most }: { field: string; what: string; least: number; most: number },
  lengthen: (least: number) => string,
): Rule {
  return defineRule({
    ...texts,
    severity: 'avertissement',
    checkDocument(document, report) {
      const written = fieldText(document, [field]);
      const length = written?.text.trim().length ?? 0;
      // Only the title of an article must reach the minimum: a page may be called « Contact ».
      const isFree = field === 'title' && document.kind === 'page';
      if (!written || isFree || (length >= least && length <= most)) return;
      report(
        written.place,
        fr`${what} compte ${length} caractères`,
        length < least ? lengthen(least) : fr`Raccourcissez-le : ${most} caractères au maximum`,
      );
    },
  });
}
