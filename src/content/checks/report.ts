import type { TreeNode } from '#content/files/mdx-tree.ts';

/** Reports a problem at the place where a node begins. */
export type Report = (node: TreeNode, message: string, remedy: string) => void;
