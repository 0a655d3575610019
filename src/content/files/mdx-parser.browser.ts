import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';

interface Node {
  type: string;
  value?: unknown;
  children?: Node[];
}

/** Block types of MDX nodes by their inline types. */
const FLOW: Readonly<Record<string, string>> = {
  mdxJsxTextElement: 'mdxJsxFlowElement',
  mdxTextExpression: 'mdxFlowExpression',
};

/**
 * Replaces `mdx-parser.ts` in a browser, where Sätteri does not run. It uses the micromark parser, whose syntax Sätteri
 * follows.
 */
export function parseMdx(body: string): unknown {
  try {
    const tree: Node = fromMarkdown(body, {
      extensions: [gfm(), mdxjs()],
      mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()],
    });
    unravel(tree);
    return tree;
  } catch (error) {
    throw new Error(asSatteriSays(error), { cause: error });
  }
}

/**
 * Formats an error like Sätteri's. For an element that is still open at the end of the text, micromark gives the place
 * only inside its message.
 */
function asSatteriSays(error: unknown): string {
  const { line, column, reason = '' } = error as { line?: number; column?: number; reason?: string };
  const opened = /\((\d+:\d+)-\d+:\d+\)/u.exec(reason)?.[1] ?? '1:1';
  const place = line === undefined ? opened : `${line}:${column ?? 1}`;
  return `${place}: ${reason.replace(/\((\d+:\d+)-\d+:\d+\)/gu, '($1)')}`;
}

/** Replaces paragraphs that contain only components by these components as blocks, as MDX does. */
function unravel(node: Node): void {
  if (!node.children) return;
  node.children.forEach(unravel);
  node.children = node.children.flatMap((child) => {
    const parts = child.type === 'paragraph' ? (child.children ?? []) : [];
    const components = parts.filter(({ type }) => Object.hasOwn(FLOW, type));
    const isAlone = parts.every(
      ({ type, value }) => Object.hasOwn(FLOW, type) || (type === 'text' && String(value).trim() === ''),
    );
    if (!isAlone || components.length === 0) return [child];
    return components.map((part) => Object.assign(part, { type: FLOW[part.type] ?? part.type }));
  });
}
