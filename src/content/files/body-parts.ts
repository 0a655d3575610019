import { parseBody, type TreeNode, visit } from './mdx-tree.ts';

/** Whether a text holds lines of code, which only a compiler of modules can follow. */
export function bodyImports(body: string): boolean {
  return /^(?:import|export)\s/mu.test(body);
}

/** Names of the pictures of a text, in order; none when it cannot be read, which the content check says. */
export function bodyPictures(body: string): string[] {
  if (!body.includes('![')) return [];
  const found = new Set<string>();
  const tree = parseOrNull(body);
  if (tree)
    visit(tree, null, ({ type, url }) => {
      if (type === 'image' && url?.startsWith('./')) found.add(decodeURI(url.slice(2)));
    });
  return [...found];
}

function parseOrNull(body: string): TreeNode | null {
  try {
    return parseBody(body);
  } catch {
    return null;
  }
}
