import { attributeOf, nodesOf, parseBody, type TreeNode } from '#content/files/mdx-tree.ts';
import { formatPartialDate } from '#lib/dates.ts';
import { typesetTree } from '#lib/typography/sentences.ts';
import { typeset } from '#lib/typography/typeset.ts';
import { strings } from '#strings/site.ts';

/** Attributes of editorial components that readers see before and after the content, with their display format. */
const BEFORE: Readonly<Record<string, (value: string) => string>> = {
  titre: String,
  valeur: String,
  unite: strings.chart.unit,
  date: (value) => formatPartialDate(value) ?? value,
};
const AFTER: Readonly<Record<string, (value: string) => string>> = {
  legende: String,
  credit: strings.figure.credit,
  auteur: String,
  source: strings.chart.source,
  duree: String,
};
const BLOCKS = new Set(['paragraph', 'heading', 'code', 'tableCell', 'mdxJsxFlowElement']);
/** Nodes that contain MDX code rather than words. */
const CODE = new Set(['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression']);
/**
 * The component that draws a table as a chart. It is not indexed, because an excerpt of it would be a row of numbers.
 */
const CHART = 'Graphique';

/**
 * Reads the words of an article's text and its headings, in French typography, without markup.
 *
 * @param body the MDX after the front matter
 * @throws Sätteri's error, « line:column: what », where the MDX cannot be read
 */
export function readArticleText(body: string): { text: string; headings: string[] } {
  const tree = parseBody(body);
  typesetTree(tree, {
    setProperty: (node: object, key: string, value: unknown) => void Object.assign(node, { [key]: value }),
  });
  const headings = [...nodesOf(tree)].filter(({ type }) => type === 'heading').map(wordsOf);
  return { text: joinBlocks(wordsOf(tree)), headings: headings.map(joinBlocks) };
}

/**
 * Adds a full stop after a heading or a caption, but not after « 60 % »: the sentence continues beside a key number.
 */
function joinBlocks(blocks: string): string {
  return blocks
    .replace(/\s*\n\s*/gu, '\n')
    .trim()
    .replace(/(?<=[\p{L}\p{N})»])\n/gu, '. ')
    .replaceAll('\n', ' ');
}

/** Returns the words of a node, with a line break around each block. */
function wordsOf(node: TreeNode): string {
  if (CODE.has(node.type)) return '';
  if (node.type === 'break' || node.name === 'br') return ' ';
  const content =
    typeof node.value === 'string'
      ? node.value.replaceAll('\n', ' ')
      : node.name === CHART
        ? ''
        : (node.children ?? []).map(wordsOf).join('');
  const text = attributesOf(node, BEFORE) + content + attributesOf(node, AFTER);
  return BLOCKS.has(node.type) ? `\n${text}\n` : text;
}

function attributesOf(node: TreeNode, shown: typeof BEFORE): string {
  return Object.entries(shown)
    .map(([name, write]) => {
      const value = attributeOf(node, name);
      return value !== null ? `\n${typeset(write(value))}\n` : '';
    })
    .join('');
}
