import { checkContent } from '#content/check-content.ts';
import type { Rule } from '#cli/rule.ts';
import { holdSpaces } from '#cli/say.ts';

/** What the build refuses too. */
export const rule: Rule = {
  name: 'modèle',
  description:
    'Les champs, les noms qu’ils citent, les images et les composants sont ceux que le magazine connaît ; un texte ne cache aucun signe, et une image est ce que dit son nom.',
  example: 'category: mobilitee',
  severity: 'erreur',
  check: async ({ root }) =>
    (await checkContent(root)).map((problem) => ({
      ...problem,
      message: holdSpaces(problem.message),
      remedy: holdSpaces(problem.remedy),
    })),
};
