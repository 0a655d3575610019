import type { TreeNode } from '#content/files/mdx-tree.ts';

/** Reports a problem at the start of a node. */
export type Report = (node: TreeNode, message: string, remedy: string) => void;
