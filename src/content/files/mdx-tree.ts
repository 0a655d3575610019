import { parseMdx } from '#content/files/mdx-parser.ts';
import { mdxSource } from '#lib/mdx/mdx-source.ts';
import type { Place } from '#model/problems.ts';

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
  /** The name of a footnote, in its call and before it. */
  identifier?: string;
  /** Whether a list has numbers, and its first one. */
  ordered?: boolean | null;
  start?: number | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: TreeNode[];
  position?: { start: TreePoint; end: TreePoint };
}

/** Reads MDX as editors write it. Throws Sätteri's error, « line:column: what », where it cannot be read. */
export function parseBody(body: string): TreeNode {
  const { text, toWritten } = mdxSource(body);
  const tree = parseSource(text);
  if (text !== body) movePlaces(tree, body, toWritten);
  return tree;
}

/** Reads what the parser can read; places are those of this text. */
export function parseSource(source: string): TreeNode {
  return parseMdx(source) as TreeNode;
}

/** Gives every node its place in what was written: lines are the same, columns are not. */
export function movePlaces(tree: TreeNode, written: string, toWritten: (offset: number) => number): void {
  const move = (point: TreePoint) => {
    point.offset = toWritten(point.offset);
    point.column = point.offset === 0 ? 1 : point.offset - written.lastIndexOf('\n', point.offset - 1);
  };
  visit(tree, null, ({ position }) => {
    if (!position) return;
    move(position.start);
    move(position.end);
  });
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
