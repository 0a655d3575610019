import { fixIn, placeIn, stretchesOf } from '#content/checks/project/prose.ts';
import { defineRule } from '#content/checks/rule.ts';
import { removeDiacritics } from '#lib/diacritics.ts';
import { fr } from '#lib/typography/fr.ts';

/** Words whose unaccented spelling exists in no other language, so their fix is safe. */
const SURE = [
  'État États École Écoles Église Églises Économie Écologie Énergie Énergies Électricité',
  'Électrique Équipe Équipes Études Étape Étapes Être Également Égalité Éditeur Éditeurs',
  'Éducatif Élément Éléments Énorme Époque Équilibre Étoile Étranger Événement Événements Évidemment',
  'Écran Écrans Écrire Élysée Électeurs Élève Élèves Émissions Énième Étaient Était',
  'Étant Étude Éviter',
].flatMap((words) => words.split(' '));
/** Words whose unaccented spelling may be an English word or a name, so they have no automatic fix. */
const LIKELY = 'Éducation Édition Éditions Évolution Élection Élections Émission Étienne Ça'.split(' ');
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

export const rule = defineRule({
  name: 'majuscules accentuées',
  description: 'Les majuscules s’écrivent avec leurs accents : « État », « École », « À partir de ».',
  example: 'L’Etat finance les énergies renouvelables.',
  severity: 'avertissement',
  fixable: true,
  checkDocument(document, report) {
    for (const stretch of stretchesOf(document))
      for (const { word, right, index } of bareCapitals(stretch.text)) {
        const fix = sure.has(right) ? fixIn(stretch, index, word.length, right) : undefined;
        report(
          placeIn(document, stretch, index),
          fr`« ${word} » s’écrit « ${right} »`,
          fix
            ? fr`Ajoutez l’accent, ou lancez ${'« npm run check -- --corriger »'}`
            : fr`Ajoutez l’accent, si le mot est français`,
          { fix },
        );
      }
  },
});

function bareCapitals(text: string): { word: string; right: string; index: number }[] {
  const words = [...text.matchAll(WORD), ...text.matchAll(/(?<=[lLdDqu][’'])\p{Lu}\p{L}+/gu)];
  return [
    ...words.flatMap(({ 0: word, index }) => {
      const right = accented.get(word);
      return right && right !== word ? [{ word, right, index }] : [];
    }),
    ...[...text.matchAll(LONE_A)].map(({ index }) => ({ word: 'A', right: 'À', index })),
  ];
}

/** A word without the accent of its first letter; without any accent when the whole word is in capitals. */
function bare(word: string): string {
  return word === word.toUpperCase()
    ? removeDiacritics(word)
    : removeDiacritics(word.charAt(0)) + word.slice(1);
}
