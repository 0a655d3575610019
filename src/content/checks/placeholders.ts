import { splitArticle } from '#content/files/article-file.ts';
import { parseBody, textOf, type TreeNode, visit } from '#content/files/mdx-tree.ts';
import type { Place } from '#model/problems.ts';
import type { ComponentName } from '#model/editorial-components.ts';

/** A text that the publisher has not written yet. */
export interface Placeholder extends Place {
  /** Path from the project's root, with « / ». */
  file: string;
  /** The text that is expected there. */
  expected: string;
}

const COMPONENT: ComponentName = 'ACompleter';

/**
 * Returns the placeholders of one MDX file, in order; none when it cannot be parsed, which the content check reports.
 */
export function findPlaceholders(file: string, text: string): Placeholder[] {
  const source = splitArticle(text);
  let tree: TreeNode;
  try {
    tree = parseBody(source?.body ?? text);
  } catch {
    return [];
  }
  const found: Placeholder[] = [];
  visit(tree, null, (node) => {
    if (node.name !== COMPONENT) return;
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    found.push({ file, line, column, expected: textOf(node).replace(/\s+/gu, ' ').trim() });
  });
  return found;
}
