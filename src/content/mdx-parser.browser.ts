import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';

/** As `mdx-parser.ts`, in a browser, where Sätteri does not run: by the parser that it follows. */
export function parseMdx(body: string): unknown {
  try {
    return fromMarkdown(body, {
      extensions: [gfm(), mdxjs()],
      mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()],
    });
  } catch (error) {
    throw new Error(asSatteriSays(error), { cause: error });
  }
}

/** Both say the same, of the same place; what the end of the text leaves open has its place in the sentence alone. */
function asSatteriSays(error: unknown): string {
  const { line, column, reason = '' } = error as { line?: number; column?: number; reason?: string };
  const opened = /\((\d+:\d+)-\d+:\d+\)/u.exec(reason)?.[1] ?? '1:1';
  const place = line === undefined ? opened : `${line}:${column ?? 1}`;
  return `${place}: ${reason.replace(/\((\d+:\d+)-\d+:\d+\)/gu, '($1)')}`;
}
