import type { ContentDocument } from '#content/checks/project/project.ts';
import { placeIn, proseOf, type Stretch } from '#content/checks/project/prose.ts';
import type { Rule, RuleProblem } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

/** Words whose unaccented spelling does not exist in another language: their fix is safe. */
const SURE = [
  ...['État', 'États', 'École', 'Écoles', 'Église', 'Églises', 'Économie', 'Écologie', 'Énergie', 'Énergies'],
  ...['Électricité', 'Électrique', 'Équipe', 'Équipes', 'Études', 'Étape', 'Étapes', 'Être', 'Également'],
  ...['Égalité', 'Éditeur', 'Éditeurs', 'Éducatif', 'Élément', 'Éléments', 'Énorme', 'Époque', 'Équilibre'],
  ...['Étoile', 'Étranger', 'Événement', 'Événements', 'Évidemment', 'Écran', 'Écrans', 'Écrire', 'Élysée'],
  ...['Électeurs', 'Élève', 'Élèves', 'Émissions', 'Énième', 'Étaient', 'Était', 'Étant', 'Étude', 'Éviter'],
];
/** Words whose unaccented spelling may be English or a name. */
const LIKELY = [
  'Éducation',
  'Édition',
  'Éditions',
  'Évolution',
  'Élection',
  'Élections',
  'Émission',
  'Étienne',
  'Ça',
];
const AFTER_A =
  'quoi|partir|propos|travers|côté|cause|terme|savoir|noter|lire|peine|moins|mesure|défaut|titre|force|chaque|l’|la|cette|ce|Paris';

const accented = new Map(
  [...SURE, ...LIKELY].flatMap((word) =>
    [word, word.toUpperCase()].map((form) => [bare(form), form] as const),
  ),
);
const sure = new Set(SURE.flatMap((word) => [word, word.toUpperCase()]));
const WORD = /(?<![\p{L}\p{N}@#/_.’'-])\p{Lu}\p{L}+(?![\p{L}\p{N}@_])/gu;
const LONE_A = new RegExp(`(?<=^|[.!?…«:]\\s+)A(?= (?:${AFTER_A})(?!\\p{L}))`, 'gu');

export const rule: Rule = {
  name: 'majuscules accentuées',
  description: 'Les majuscules s’écrivent avec leurs accents : « État », « École », « À partir de ».',
  example: 'L’Etat finance les énergies renouvelables.',
  severity: 'avertissement',
  fixable: true,
  check: ({ documents }) =>
    documents.flatMap((document) =>
      proseOf(document)
        .filter(({ isName }) => !isName)
        .flatMap(({ stretches }) => stretches)
        .flatMap((stretch) => (stretch ? warningsOf(document, stretch) : [])),
    ),
};

function warningsOf(document: ContentDocument, stretch: Stretch): RuleProblem[] {
  const found = [
    ...[...stretch.text.matchAll(WORD), ...stretch.text.matchAll(/(?<=[lLdDqu][’'])\p{Lu}\p{L}+/gu)].flatMap(
      ({ 0: word, index }) => {
        const right = accented.get(word);
        return right && right !== word ? [{ word, right, index }] : [];
      },
    ),
    ...[...stretch.text.matchAll(LONE_A)].map(({ index }) => ({ word: 'A', right: 'À', index })),
  ];
  return found.map(({ word, right, index }) => {
    const start = stretch.start === null ? null : stretch.start + index;
    const isSafe = start !== null && sure.has(right);
    return {
      file: document.source.file,
      ...placeIn(document, stretch, index),
      message: fr`« ${word} » s’écrit « ${right} »`,
      remedy: isSafe
        ? fr`Ajoutez l’accent, ou lancez ${'« npm run check -- --corriger »'}`
        : fr`Ajoutez l’accent, si le mot est français`,
      ...(isSafe && { fix: { start, end: start + word.length, replacement: right } }),
    };
  });
}

function bare(word: string): string {
  const [first = ''] = word;
  const isWhole = word === word.toUpperCase();
  return isWhole ? strip(word) : strip(first) + word.slice(1);
}

function strip(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
