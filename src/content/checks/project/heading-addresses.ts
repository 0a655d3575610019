import { type TreeNode, visit } from '#content/files/mdx-tree.ts';
import { headingIdAllocator, PAGE_IDS } from '#lib/html/heading-ids.ts';
import { typesetRun } from '#lib/typography/typeset.ts';
import type { ContentDocument } from './project.ts';

/** Every fragment that leads somewhere in a page: its headings, by the allocator that names them, and its parts. */
export function fragmentsOf({ tree }: ContentDocument): ReadonlySet<string> {
  const fragments = new Set(PAGE_IDS);
  const idOf = headingIdAllocator();
  if (tree)
    visit(tree, null, (node) => {
      if (node.type === 'heading') fragments.add(idOf(wordsOf(node)));
    });
  return fragments;
}

/** The words of a heading as its page sets them: code stays as it is written. */
function wordsOf(heading: TreeNode): string {
  const pieces: TreeNode[] = [];
  visit(heading, null, (node) => {
    if (typeof node.value === 'string') pieces.push(node);
  });
  const set = typesetRun(pieces.map(({ type, value }) => (type === 'text' ? String(value) : null)));
  return pieces.map(({ value }, index) => set[index] ?? String(value)).join('');
}
