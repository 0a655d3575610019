import type { TreeNode } from '#content/files/mdx-tree.ts';
import type { Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

export const rule: Rule = {
  name: 'texte vide',
  description: 'Un article contient un texte.',
  example: 'Un article qui s’arrête à ses champs',
  severity: 'erreur',
  check: ({ documents }) =>
    documents
      .filter(({ kind, tree }) => kind === 'article' && tree !== null && isEmpty(tree))
      .map(({ source }) => ({
        file: source.file,
        ...source.placeAt(source.text.trimEnd().length),
        message: fr`L’article n’a pas de texte`,
        remedy: fr`Écrivez-le sous la seconde ligne ${'« --- »'}, ou laissez l’article en brouillon : ${'« draft: true »'}`,
      })),
};

/** Whether a node has no content except headings. */
function isEmpty({ type, value, children = [] }: TreeNode): boolean {
  if (type === 'heading' || type === 'mdxjsEsm') return true;
  if (type === 'image' || type.startsWith('mdxJsx')) return false;
  return typeof value === 'string' ? value.trim() === '' : children.every(isEmpty);
}
