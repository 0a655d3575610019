import { parseMdx } from '#content/files/mdx-parser.ts';
import { mdxSource } from '#lib/mdx/mdx-source.ts';
import { type Place, START } from '#model/problems.ts';

/** The beginning or end of a node; its offset is in UTF-16 code units. */
interface TreePoint extends Place {
  offset: number;
}

/** A node of the syntax tree of Sätteri, the MDX compiler: only the parts that the checks use. */
export interface TreeNode {
  type: string;
  name?: string | null;
  value?: unknown;
  url?: string;
  alt?: string | null;
  /** The level of a heading, from 1. */
  depth?: number;
  /** The name of a footnote, in its call and in its definition. */
  identifier?: string;
  /** Whether a list is numbered, and its first number. */
  ordered?: boolean | null;
  start?: number | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: TreeNode[];
  position?: { start: TreePoint; end: TreePoint };
}

/**
 * Parses MDX as editors write it, with HTML comments and autolinks.
 *
 * @throws Sätteri's Error « line:column: message » when it cannot be parsed
 */
export function parseBody(body: string): TreeNode {
  const { text, toWritten } = mdxSource(body);
  const tree = parseSource(text);
  if (text !== body) movePlaces(tree, body, toWritten);
  return tree;
}

/** Parses MDX like `parseBody`; `null` when it cannot be parsed, which the content check reports. */
export function parseBodyOrNull(body: string): TreeNode | null {
  try {
    return parseBody(body);
  } catch {
    return null;
  }
}

/** Parses standard MDX. The places of the nodes refer to this source, not to the text of the editor. */
export function parseSource(source: string): TreeNode {
  return parseMdx(source) as TreeNode;
}

/** Maps the place of every node to the original text: the lines are the same, the columns may differ. */
export function movePlaces(tree: TreeNode, written: string, toWritten: (offset: number) => number): void {
  const move = (point: TreePoint) => {
    point.offset = toWritten(point.offset);
    point.column = point.offset === 0 ? 1 : point.offset - written.lastIndexOf('\n', point.offset - 1);
  };
  for (const { position } of nodesOf(tree)) {
    if (!position) continue;
    move(position.start);
    move(position.end);
  }
}

/** Returns every node of a tree, in the order of the text; nothing for `null`. */
export function* nodesOf(tree: TreeNode | null): Generator<TreeNode> {
  if (!tree) return;
  yield tree;
  for (const child of tree.children ?? []) yield* nodesOf(child);
}

/** Returns the place where a node begins, or the given place itself. */
export function placeOf(at: TreeNode | Place): Place {
  const { line, column } = 'type' in at ? (at.position?.start ?? START) : at;
  return { line, column };
}

/** The value of an attribute of a component; `null` when it is missing, or not a text. */
export function attributeOf({ attributes = [] }: TreeNode, wanted: string): string | null {
  const value = attributes.find(({ name }) => name === wanted)?.value;
  return typeof value === 'string' ? value : null;
}

/** The text of a node, without its markup. */
export function textOf(node: TreeNode): string {
  return typeof node.value === 'string' ? node.value : (node.children ?? []).map(textOf).join('');
}
