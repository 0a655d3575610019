import { checkContent } from '#content/checks/check-content.ts';
import type { Rule } from '#content/checks/rule.ts';
import { nonBreakingSpaces } from '#lib/typography/fr.ts';

/** Runs the content check, which a build also runs. */
export const rule: Rule = {
  name: 'modèle',
  description:
    'Les champs, les noms qu’ils citent, les images et les composants sont ceux que le magazine connaît ; un texte ne contient aucun caractère invisible, et une image est bien du format qu’annonce son extension.',
  example: 'category: mobilitee',
  severity: 'erreur',
  check: async ({ root }) =>
    (await checkContent(root)).map((problem) => ({
      ...problem,
      message: nonBreakingSpaces(problem.message),
      remedy: nonBreakingSpaces(problem.remedy),
    })),
};
