import type { ContentDocument } from '#content/checks/project/project.ts';
import { type FieldText, fieldText, indexesOf } from '#content/checks/project/fields.ts';
import type { RuleProblem } from '#content/checks/rule.ts';
import { nonBreakingSpaces } from '#lib/typography/fr.ts';

/** Markup that would be shown as it is, because fields hold plain text. */
const SLIPS: readonly (readonly [RegExp, message: string, remedy: string])[] = [
  [
    /\{%|\{\{/u,
    'Une balise « {% … %} » ou « {{ … }} » est restée dans ce champ',
    'Remplacez-la par ce qu’elle affichait',
  ],
  [
    /<\/?[a-zA-Z][a-zA-Z\d]*(?:\s[^<>]{0,200})?\/?>/u,
    'Ce champ affiche une balise HTML telle quelle',
    'Supprimez-la : un champ ne contient que du texte',
  ],
  [
    /&(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,10});/iu,
    'Ce champ affiche un code HTML tel quel',
    'Écrivez le caractère lui-même : é, &, «',
  ],
  [
    /\*\*|(?<![\p{L}\d])__(?=\p{L})/u,
    'Ce champ affiche les marques du gras telles quelles',
    'Supprimez-les : un champ n’a ni gras ni italique',
  ],
  [
    /\[[^\]\n]{1,200}\]\(/u,
    'Ce champ affiche un lien tel quel',
    'Écrivez seulement le texte, sans crochets ni adresse',
  ],
  [/\[\/?(?:caption|gallery|embed)\b/u, 'Un raccourci de WordPress est resté dans ce champ', 'Supprimez-le'],
];

/** Reports markup in plain text fields. */
export function fieldSlips(document: ContentDocument): RuleProblem[] {
  const paths: readonly PropertyKey[][] = [
    ...[['title'], ['description'], ['cover', 'alt'], ['cover', 'caption'], ['cover', 'credit']],
    ...indexesOf(document, 'sources').map((index) => ['sources', index, 'title']),
    ...indexesOf(document, 'corrections').map((index) => ['corrections', index, 'text']),
  ];
  return paths.flatMap((path) => {
    const field = fieldText(document, path);
    return field ? slipsOf(document, field) : [];
  });
}

function slipsOf({ source }: ContentDocument, { text, place }: FieldText): RuleProblem[] {
  const found = SLIPS.find(([pattern]) => pattern.test(text));
  return found
    ? [
        {
          file: source.file,
          ...place,
          message: nonBreakingSpaces(found[1]),
          remedy: nonBreakingSpaces(found[2]),
        },
      ]
    : [];
}
