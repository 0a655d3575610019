import type { ContentDocument } from '#cli/project.ts';
import { countItems, type FieldText, fieldText } from '#cli/fields.ts';
import type { RuleProblem } from '#cli/rule.ts';
import { holdSpaces } from '#cli/say.ts';

/** Marks that fields show as they are written: they hold words alone. */
const SLIPS: readonly (readonly [RegExp, message: string, remedy: string])[] = [
  [
    /\{%|\{\{/u,
    'Une balise « {% … %} » ou « {{ … }} » est restée dans ce champ',
    'Écrivez à sa place ce qu’elle donnait',
  ],
  [
    /<\/?[a-zA-Z][a-zA-Z\d]*(?:\s[^<>]{0,200})?\/?>/u,
    'Ce champ montre une balise HTML telle quelle',
    'Retirez-la : un champ ne contient que du texte',
  ],
  [
    /&(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,10});/iu,
    'Ce champ montre un code HTML tel quel',
    'Écrivez le caractère lui-même : é, &, «',
  ],
  [
    /\*\*|(?<![\p{L}\d])__(?=\p{L})/u,
    'Ce champ montre les signes du gras tels quels',
    'Retirez-les : un champ n’a ni gras ni italique',
  ],
  [
    /\[[^\]\n]{1,200}\]\(/u,
    'Ce champ montre un lien tel quel',
    'Gardez-en le texte, sans crochets ni adresse',
  ],
  [/\[\/?(?:caption|gallery|embed)\b/u, 'Un raccourci de WordPress est resté dans ce champ', 'Retirez-le'],
];

/** What is written for a text in fields that show it as it is. */
export function fieldSlips(document: ContentDocument): RuleProblem[] {
  const indexes = (name: string) => Array.from({ length: countItems(document, name) }, (_, index) => index);
  const paths: readonly PropertyKey[][] = [
    ...[['title'], ['description'], ['cover', 'alt'], ['cover', 'caption'], ['cover', 'credit']],
    ...indexes('sources').map((index) => ['sources', index, 'title']),
    ...indexes('corrections').map((index) => ['corrections', index, 'text']),
  ];
  return paths.flatMap((path) => {
    const field = fieldText(document, path);
    return field ? slipsOf(document, field) : [];
  });
}

function slipsOf({ source }: ContentDocument, { text, place }: FieldText): RuleProblem[] {
  const found = SLIPS.find(([pattern]) => pattern.test(text));
  return found
    ? [{ file: source.file, ...place, message: holdSpaces(found[1]), remedy: holdSpaces(found[2]) }]
    : [];
}
