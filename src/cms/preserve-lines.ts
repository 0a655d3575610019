import { parseBody, type TreeNode } from '#content/files/mdx-tree.ts';

/**
 * Restores lines in which the rich text editor only changed the Markdown syntax: it writes « _mot_ » for « *mot* », and
 * adds needless backslashes. A line is restored only if the syntax tree stays the same.
 */
export function preserveLines(before: string, after: string): string {
  const known = new Map(before.split('\n').map((line) => [fuzzyKey(line), line]));
  const tree = parse(after);
  if (!tree) return after;
  const lines = after.split('\n');
  for (const { position } of tree.children ?? []) {
    const [start, end] = [(position?.start.line ?? 1) - 1, position?.end.line ?? 0];
    const block = lines.slice(start, end);
    const meaning = meaningOf(block.join('\n'));
    block.forEach((line, index) => {
      const old = known.get(fuzzyKey(line)) ?? line;
      if (old !== line && meaning !== null && meaning === meaningOf(block.with(index, old).join('\n')))
        block[index] = old;
    });
    lines.splice(start, end - start, ...block);
  }
  const text = lines.join('\n');
  return meaningOf(text) === meaningOf(after) ? text : after;
}

/**
 * A key that is the same for two spellings of a line. Different lines may have the same key, so the syntax trees are
 * compared too.
 */
function fuzzyKey(line: string): string {
  return line.replace(/\\(?=[*_{}<>/[\]()#~`-])/gu, '').replaceAll('_', '*');
}

function parse(text: string): TreeNode | null {
  try {
    return parseBody(text);
  } catch {
    return null;
  }
}

/** The properties of a node that do not affect its meaning. */
const IGNORED = new Set(['position', 'data']);

/** The syntax tree without positions, as JSON; `null` when the text cannot be parsed. */
function meaningOf(text: string): string | null {
  const tree = parse(text);
  return tree && JSON.stringify(tree, (key, value: unknown) => (IGNORED.has(key) ? undefined : value));
}
