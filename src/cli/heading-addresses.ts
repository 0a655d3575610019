import { type TreeNode, textOf, visit } from '#content/mdx-tree.ts';
import { slugify } from '#lib/slugs.ts';
import { typeset } from '#lib/typography.ts';
import type { ContentDocument } from './project.ts';

/** What a page has besides its text, by the layouts that make it. */
const PARTS: Readonly<Record<ContentDocument['kind'], readonly string[]>> = {
  article: ['contenu', 'sommaire', 'sources', 'corrections', 'commentaires', 'commenter', 'a-lire-aussi'],
  page: ['contenu', 'toutes'],
};

/** Every fragment that leads somewhere in a page: its headings, as src/markdown/heading-ids.ts names them, and its parts. */
export function fragmentsOf({ kind, tree }: ContentDocument): ReadonlySet<string> {
  const fragments = new Set(PARTS[kind]);
  const used = new Map<string, number>();
  if (tree)
    visit(tree, null, (node) => {
      if (node.type === 'heading') fragments.add(headingId(node, used));
    });
  return fragments;
}

function headingId(node: TreeNode, used: Map<string, number>): string {
  const slug = slugify(typeset(textOf(node))) || 'partie';
  const count = (used.get(slug) ?? 0) + 1;
  used.set(slug, count);
  return count === 1 ? slug : `${slug}-${count}`;
}
