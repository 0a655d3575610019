import { nodesOf, type TreeNode } from '#content/files/mdx-tree.ts';
import { defineRule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

export const emptyText = defineRule({
  name: 'texte vide',
  description: 'Un article contient un texte.',
  example: 'Un article qui s’arrête à ses champs',
  severity: 'erreur',
  checkDocument({ kind, tree, source }, report) {
    if (kind === 'article' && tree !== null && isEmpty(tree))
      report(
        source.placeAt(source.text.trimEnd().length),
        fr`L’article n’a pas de texte`,
        fr`Écrivez-le sous la seconde ligne ${'« --- »'}, ou laissez l’article en brouillon : ${'« draft: true »'}`,
      );
  },
});

/** Whether a node has no content except headings. */
function isEmpty({ type, value, children = [] }: TreeNode): boolean {
  if (type === 'heading' || type === 'mdxjsEsm') return true;
  if (type === 'image' || type.startsWith('mdxJsx')) return false;
  return typeof value === 'string' ? value.trim() === '' : children.every(isEmpty);
}

/** Heading levels must not skip a level (RGAA 9.1); the content check already rejects « # ». */
export const headings = defineRule({
  name: 'ordre des intertitres',
  description: 'Les intertitres commencent par « ## » et descendent d’un niveau à la fois.',
  example: '#### Un détail, juste sous un intertitre « ## »',
  severity: 'erreur',
  checkDocument({ tree }, report) {
    let level = 1;
    for (const node of nodesOf(tree)) {
      const { type, depth } = node;
      if (type !== 'heading' || !depth) continue;
      if (depth > level + 1)
        report(
          node,
          fr`Cet intertitre saute un niveau : « ${'#'.repeat(depth)} » après « ${'#'.repeat(level)} »`,
          fr`Écrivez-le avec « ${'#'.repeat(level + 1)} »`,
        );
      level = depth;
    }
  },
});
