import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plural } from '#lib/french.ts';
import { splitArticle } from './article-file.ts';
import { parseBody, textOf, type TreeNode, visit } from './mdx-tree.ts';
import type { Place } from './problems.ts';
import type { ComponentName } from './vocabulary.ts';

/** Something that the publisher must still write. */
export interface Placeholder extends Place {
  /** Path from the project's root, with « / ». */
  file: string;
  /** What is expected there. */
  expected: string;
}

const COMPONENT: ComponentName = 'ACompleter';

/** The placeholders of one MDX file, in order; none when it cannot be read, which the checks say. */
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

/** The placeholders of a whole content folder, by file. */
export async function listPlaceholders(root: string): Promise<Placeholder[]> {
  const names = await readdir(join(root, 'content'), { recursive: true });
  const files = names
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => `content/${name.replaceAll('\\', '/')}`)
    .sort();
  const found = await Promise.all(
    files.map(async (file) => findPlaceholders(file, await readFile(join(root, file), 'utf8'))),
  );
  return found.flat();
}

/** One placeholder a line: `file:line:column`, then what is expected. */
export function formatPlaceholders(placeholders: readonly Placeholder[]): string {
  const count = placeholders.length;
  const title = `${count} ${plural(count, 'passage', 'passages')} à compléter`;
  const items = placeholders.map(
    ({ file, line, column, expected }) => `${file}:${line}:${column}  ${expected}`,
  );
  return [title, '', ...items, ''].join('\n');
}
