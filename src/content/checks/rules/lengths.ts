import { fieldText } from '#content/checks/project/fields.ts';
import type { ContentDocument } from '#content/checks/project/project.ts';
import type { Rule, RuleProblem } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

/** In characters. Search engines truncate titles after about 70; 80 leaves room for a kicker. */
const TITLE = { least: 15, most: 80 };
const DESCRIPTION = { least: 70, most: 260 };

export const titleLength: Rule = {
  name: 'longueur du titre',
  description:
    'Le titre d’un article compte de 15 à 80 caractères : au-delà, les moteurs de recherche le coupent.',
  example: 'title: L’IA',
  severity: 'avertissement',
  check: ({ documents }) =>
    documents
      // A page may have a title as short as « Contact ».
      .filter(({ kind }) => kind === 'article')
      .flatMap((document) =>
        checkLength(
          document,
          'title',
          TITLE,
          'Le titre',
          fr`Précisez-le : ${TITLE.least} caractères au minimum`,
        ),
      ),
};

export const descriptionLength: Rule = {
  name: 'longueur du chapô',
  description: 'Le chapô compte de 70 à 260 caractères : deux ou trois phrases, affichées partout en entier.',
  example: 'description: Un article sur les batteries et leur avenir en Europe.',
  severity: 'avertissement',
  check: ({ documents }) =>
    documents.flatMap((document) =>
      checkLength(
        document,
        'description',
        DESCRIPTION,
        'Le chapô',
        fr`Annoncez ce que le lecteur apprendra, en ${DESCRIPTION.least} caractères au minimum`,
      ),
    ),
};

function checkLength(
  document: ContentDocument,
  name: 'title' | 'description',
  { least, most }: typeof TITLE,
  what: string,
  lengthen: string,
): RuleProblem[] {
  const field = fieldText(document, [name]);
  const length = field?.text.trim().length ?? 0;
  if (!field || (length >= least && length <= most)) return [];
  return [
    {
      file: document.source.file,
      ...field.place,
      message: fr`${what} compte ${length} caractères`,
      remedy: length < least ? lengthen : fr`Raccourcissez-le : ${most} caractères au maximum`,
    },
  ];
}
