import { parseBody, type TreeNode } from '#content/files/mdx-tree.ts';

/**
 * Gives back the lines of a text that the editor with formatting only respelt: it writes « _mot_ » for
 * « *mot* », and a backslash where none is needed. A line is given back where the text says exactly the
 * same with it, by its tree.
 */
export function keepLines(before: string, after: string): string {
  const known = new Map(before.split('\n').map((line) => [roughly(line), line]));
  const tree = read(after);
  if (!tree) return after;
  const lines = after.split('\n');
  for (const { position } of tree.children ?? []) {
    const [start, end] = [(position?.start.line ?? 1) - 1, position?.end.line ?? 0];
    const block = lines.slice(start, end);
    const meant = meaningOf(block.join('\n'));
    block.forEach((line, index) => {
      const old = known.get(roughly(line)) ?? line;
      if (old !== line && meant !== null && meant === meaningOf(block.with(index, old).join('\n')))
        block[index] = old;
    });
    lines.splice(start, end - start, ...block);
  }
  const text = lines.join('\n');
  return meaningOf(text) === meaningOf(after) ? text : after;
}

/** What a line and its respelling have in common; others may too: the tree decides. */
function roughly(line: string): string {
  return line.replace(/\\(?=[*_{}<>/[\]()#~`-])/gu, '').replaceAll('_', '*');
}

function read(text: string): TreeNode | null {
  try {
    return parseBody(text);
  } catch {
    return null;
  }
}

/** Where a node stands, and what a parser keeps beside it. */
const PLACES = new Set(['position', 'data']);

/** The tree without its places; `null` for what cannot be read. */
function meaningOf(text: string): string | null {
  const tree = read(text);
  return tree && JSON.stringify(tree, (key, value: unknown) => (PLACES.has(key) ? undefined : value));
}
