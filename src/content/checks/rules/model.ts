import { checkContent } from '#content/checks/content.ts';
import { defineRule } from '#content/checks/rule.ts';
import { nonBreakingSpaces } from '#lib/typography/fr.ts';

/** Runs the content check, which a build also runs. */
export const rule = defineRule({
  name: 'modèle',
  description:
    'Les champs, les noms qu’ils citent, les images et les composants sont ceux que le magazine connaît ; un texte ne contient aucun caractère invisible, et une image est bien du format qu’annonce son extension.',
  example: 'category: mobilitee',
  severity: 'erreur',
  async checkProject({ root }, reportIn) {
    for (const { file, message, remedy, ...place } of await checkContent(root))
      reportIn(file)(place, nonBreakingSpaces(message), nonBreakingSpaces(remedy));
  },
});
