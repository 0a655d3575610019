import type { MdastVisitorContext } from 'satteri';
import { typesetRun } from './typeset.ts';

type TreeNode = Parameters<MdastVisitorContext['removeNode']>[0];
type TextNode = Extract<TreeNode, { type: 'text' }>;

/** Inline nodes whose inside is still the same sentence. */
const INLINE_PARENTS = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'mdxJsxTextElement',
]);

/** A text; `null` for code, a picture, another language: there, but not to be set. */
type Stretch = TextNode | null;

/** Sets the words of a Markdown tree in French: each paragraph as a whole, all but code and other languages. */
export function typesetTree(root: unknown, context: MdastVisitorContext): void {
  for (const run of runsOf(root as TreeNode)) {
    const set = typesetRun(run.map((node) => node?.value ?? null));
    run.forEach((node, index) => {
      const value = set[index];
      if (node && typeof value === 'string' && value !== node.value)
        context.setProperty(node, 'value', value);
    });
  }
}

/** The paragraphs of a text, and whatever else is one run of words. */
function runsOf(node: TreeNode): Stretch[][] {
  if (isForeign(node)) return [];
  const children = childrenOf(node);
  return children.some(({ type }) => type === 'text' || INLINE_PARENTS.has(type))
    ? [children.flatMap(stretchesOf)]
    : children.flatMap(runsOf);
}

function stretchesOf(node: TreeNode): Stretch[] {
  if (node.type === 'text') return [node as TextNode];
  if (INLINE_PARENTS.has(node.type) && !isForeign(node) && !isCode(node))
    return childrenOf(node).flatMap(stretchesOf);
  return [null];
}

function childrenOf(node: TreeNode): readonly TreeNode[] {
  return 'children' in node ? ((node.children ?? []) as readonly TreeNode[]) : [];
}

function isCode(node: TreeNode): boolean {
  return 'name' in node && (node.name === 'kbd' || node.name === 'code');
}

/** An element that says another language than French (RGAA 8.7). */
function isForeign(node: TreeNode): boolean {
  if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return false;
  const { attributes } = node as Extract<TreeNode, { type: 'mdxJsxTextElement' | 'mdxJsxFlowElement' }>;
  const language = attributes.find((attribute) => 'name' in attribute && attribute.name === 'lang');
  return typeof language?.value === 'string' && !/^fr(?:-|$)/iu.test(language.value);
}
