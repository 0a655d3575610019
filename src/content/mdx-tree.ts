import { mdxToMdast } from 'satteri';
import type { Place } from './problems.ts';

/** Where a node begins or ends; its offset counts UTF-16 units. */
interface TreePoint extends Place {
  offset: number;
}

/** What the checks see of a tree made by Sätteri. */
export interface TreeNode {
  type: string;
  name?: string | null;
  value?: unknown;
  url?: string;
  alt?: string | null;
  /** The level of a heading, from 1. */
  depth?: number;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: TreeNode[];
  position?: { start: TreePoint; end: TreePoint };
}

/** Reads MDX. Throws Sätteri's error, « line:column: what », where it cannot be read. */
export function parseBody(body: string): TreeNode {
  return mdxToMdast(body) as unknown as TreeNode;
}

/** Shows every node, with the component it stands in. */
export function visit(
  node: TreeNode,
  parent: TreeNode | null,
  see: (node: TreeNode, parent: TreeNode | null) => void,
): void {
  see(node, parent);
  const holder = node.type.startsWith('mdxJsx') ? node : parent;
  for (const child of node.children ?? []) visit(child, holder, see);
}

/** The words of a node, without its marks. */
export function textOf(node: TreeNode): string {
  return typeof node.value === 'string' ? node.value : (node.children ?? []).map(textOf).join('');
}
