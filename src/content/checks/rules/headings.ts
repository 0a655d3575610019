import { visit } from '#content/files/mdx-tree.ts';
import type { Rule, RuleProblem } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

/** Heading levels must not skip a level (RGAA 9.1); the model already rejects the first level. */
export const rule: Rule = {
  name: 'ordre des intertitres',
  description: 'Les intertitres commencent par « ## » et descendent d’un niveau à la fois.',
  example: '#### Un détail, juste sous un intertitre « ## »',
  severity: 'erreur',
  check: ({ documents }) =>
    documents.flatMap(({ tree, source }) => {
      const problems: RuleProblem[] = [];
      let level = 1;
      if (tree)
        visit(tree, null, ({ type, depth, position }) => {
          if (type !== 'heading' || !depth || !position) return;
          if (depth > level + 1) {
            const { line, column } = position.start;
            problems.push({
              file: source.file,
              line,
              column,
              message: fr`Cet intertitre saute un niveau : « ${'#'.repeat(depth)} » après « ${'#'.repeat(level)} »`,
              remedy: fr`Écrivez-le avec « ${'#'.repeat(level + 1)} »`,
            });
          }
          level = depth;
        });
      return problems;
    }),
};
