import type { MdastVisitorContext } from 'satteri';
import { INLINE_NODES, isCode, isForeign } from '#lib/mdx/prose-nodes.ts';
import { typesetRun } from './typeset.ts';

type TreeNode = Parameters<MdastVisitorContext['removeNode']>[0];
type TextNode = Extract<TreeNode, { type: 'text' }>;

/** A text node; `null` for code, a picture or another language. */
type Stretch = TextNode | null;

/** Typesets the French text of a Markdown tree, paragraph by paragraph, except code and other languages. */
export function typesetTree(root: unknown, context: Pick<MdastVisitorContext, 'setProperty'>): void {
  for (const run of runsOf(root as TreeNode)) {
    const set = typesetRun(run.map((node) => node?.value ?? null));
    run.forEach((node, index) => {
      const value = set[index];
      if (node && typeof value === 'string' && value !== node.value)
        context.setProperty(node, 'value', value);
    });
  }
}

/**
 * Returns the paragraphs of a text, and other runs of inline text. Iterative, because readers may nest deeper than the
 * call stack allows.
 */
function runsOf(root: TreeNode): Stretch[][] {
  const runs: Stretch[][] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isForeign(node)) continue;
    const children = childrenOf(node);
    if (children.some(({ type }) => type === 'text' || INLINE_NODES.has(type)))
      runs.push(stretchesOf(children));
    else for (const child of children.toReversed()) waiting.push(child);
  }
  return runs;
}

function stretchesOf(nodes: readonly TreeNode[]): Stretch[] {
  const stretches: Stretch[] = [];
  const waiting = nodes.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') stretches.push(node as TextNode);
    else if (INLINE_NODES.has(node.type) && !isForeign(node) && !isCode(node))
      for (const child of childrenOf(node).toReversed()) waiting.push(child);
    else stretches.push(null);
  }
  return stretches;
}

function childrenOf(node: TreeNode): readonly TreeNode[] {
  return 'children' in node ? ((node.children ?? []) as readonly TreeNode[]) : [];
}
