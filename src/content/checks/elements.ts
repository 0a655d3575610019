import { orNearest } from './reference.ts';
import { enumerate } from '#lib/french.ts';
import type { Report } from './report.ts';
import { checkCaptionedPictures } from './captioned-pictures.ts';
import { checkChart } from './chart.ts';
import { unknownComponent } from './mdx-syntax.ts';
import { nodesOf, type TreeNode, textOf } from '#content/files/mdx-tree.ts';
import { isRawHtml, rawHtmlProblem } from './raw-html.ts';
import {
  type AttributeRule,
  type ComponentRule,
  inlineAttributes,
  inlineElements,
  editorialComponents,
} from '#model/editorial-components.ts';

const RULES: Readonly<Record<string, ComponentRule>> = editorialComponents;

/** Inline nodes; every other node is a block. */
const IN_SENTENCES = new Set([
  ...['text', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'inlineCode', 'break', 'image'],
  ...['imageReference', 'footnoteReference', 'mdxJsxTextElement', 'mdxTextExpression', 'mdxFlowExpression'],
]);
const SENTENCES = new Set(['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'delete', 'link']);

const ruleOf = (name: string): ComponentRule | undefined =>
  Object.hasOwn(RULES, name) ? RULES[name] : undefined;
const isElement = ({ type }: TreeNode): boolean =>
  type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';
const isInline = (name: string): boolean =>
  inlineElements.includes(name) || ruleOf(name)?.place === 'sentence';
const isBlank = (node: TreeNode): boolean => node.type === 'text' && textOf(node).trim() === '';

/** A component or an HTML element, and where it stands in the text. */
interface Element {
  node: TreeNode;
  name: string;
  /** `undefined` for an HTML element. */
  rule: ComponentRule | undefined;
  /** The nearest component or HTML element around this one; `null` when there is none. */
  parent: TreeNode | null;
  inSentence: boolean;
}

/**
 * Checks every component and HTML element: its name, its place, its content and its attributes.
 *
 * @param own names of components that the text imports, which are not checked
 */
export function checkElements(tree: TreeNode, own: ReadonlySet<string>, report: Report): void {
  const check = (node: TreeNode, parent: TreeNode | null, inSentence: boolean): void => {
    const name = node.name ?? '';
    if (isElement(node) && !own.has(name))
      checkElement({ node, name, rule: ruleOf(name), parent, inSentence }, report);
    const children = node.children ?? [];
    checkNeighbours(children, report);
    const within = isElement(node) ? node : parent;
    const isSentence = inSentence || SENTENCES.has(node.type) || (isElement(node) && isInline(name));
    for (const child of children) check(child, within, isSentence);
  };
  check(tree, null, false);
}

/** Reports two inline elements side by side outside a paragraph: MDX drops the space between them. */
function checkNeighbours(children: readonly TreeNode[], report: Report): void {
  const isAlone = ({ type, name }: TreeNode) => type === 'mdxJsxFlowElement' && isInline(name ?? '');
  for (const [index, node] of children.entries()) {
    const before = children[index - 1];
    if (!before || !isAlone(before) || !isAlone(node)) continue;
    if (before.position?.end.line === node.position?.start.line)
      report(
        node,
        `<${before.name}> et <${node.name}> se suivent sans un mot entre elles`,
        'Ajoutez du texte à la ligne, ou mettez-les chacune dans son paragraphe',
      );
  }
}

function checkElement(element: Element, report: Report): void {
  const { node, name, rule, parent, inSentence } = element;
  if (!rule && !inlineElements.includes(name)) {
    const { message, remedy } = isRawHtml(name) ? rawHtmlProblem(name, node) : unknownComponent(name);
    report(node, message, remedy);
    return;
  }
  if (rule?.place === 'block' && inSentence)
    report(
      node,
      `<${name}> est au milieu d’un paragraphe`,
      `Laissez une ligne vide avant <${name}> et après sa fin`,
    );
  else if (rule?.within && parent?.name !== rule.within)
    report(
      node,
      `<${name}> n’est pas dans <${rule.within}>`,
      `Placez-le entre <${rule.within}> et </${rule.within}>`,
    );
  checkChildren(element, report);
  if (rule || hasKnownAttributes(element, report))
    checkAttributes(element, rule?.attributes ?? inlineAttributes, report);
}

function checkChildren({ node, name, rule }: Element, report: Report): void {
  const children = (node.children ?? []).filter((child) => !isBlank(child));
  if (rule?.content === 'required' && children.length === 0) {
    report(node, `<${name}> est vide`, `Écrivez entre <${name}> et </${name}>`);
    return;
  }
  if ((rule?.content === 'none' || name === 'br') && children.length > 0)
    report(node, `<${name}> doit rester vide`, `Fermez-le par « /> », et écrivez le texte après lui`);
  const stranger = rule?.holds ? children.find((child) => child.name !== rule.holds) : undefined;
  if (stranger)
    report(
      stranger,
      `<${name}> ne contient que des <${rule?.holds}>`,
      `Mettez ce texte dans une <${rule?.holds}>, ou hors de <${name}>`,
    );
  const block =
    isInline(name) &&
    children.find(({ type, name: inner = '' }) => !IN_SENTENCES.has(type) && !isInline(inner ?? ''));
  if (block)
    report(
      block,
      `<${name}> s’emploie dans une phrase, et ne contient ni paragraphe ni liste`,
      `Écrivez <${name}> et </${name}> sur la ligne de leur texte, sans ligne vide`,
    );
  if (name === 'Graphique') checkChart(node, report);
  if (rule?.holdsPictures) checkCaptionedPictures(node, rule.mostPictures ?? Infinity, report);
  const isPicture = ({ type }: TreeNode) => type === 'image' || type === 'imageReference';
  if (name === 'Figure' && ![...nodesOf(node)].some(isPicture))
    report(
      node,
      '<Figure> ne contient pas d’image',
      'Écrivez ![ce que l’image montre](./nom-du-fichier) entre ses balises',
    );
}

/** Reports the first attribute that HTML elements may not have. */
function hasKnownAttributes({ node, name }: Element, report: Report): boolean {
  const known = Object.keys(inlineAttributes);
  const unknown = node.attributes?.find(
    ({ type, name: attribute = '', value }) =>
      type !== 'mdxJsxAttribute' || typeof value !== 'string' || !known.includes(attribute),
  );
  if (unknown)
    report(
      node,
      `« ${unknown.name ?? '…'} » n’est pas accepté dans <${name}>`,
      `Supprimez-le, ou écrivez un texte entre guillemets droits : ${enumerate(known)}`,
    );
  return !unknown;
}

function checkAttributes(
  { node, name }: Element,
  rules: Readonly<Record<string, AttributeRule>>,
  report: Report,
): void {
  const written = new Map<string, unknown>();
  for (const { name: attribute = '…', value } of node.attributes ?? []) {
    if (written.has(attribute))
      report(node, `« ${attribute} » est écrit deux fois dans <${name}>`, 'Supprimez-en un');
    written.set(attribute, value);
  }
  for (const [attribute, value] of written) {
    const rule = Object.hasOwn(rules, attribute) ? rules[attribute] : undefined;
    if (rule) checkAttribute(node, attribute, value, rule, report);
    else {
      const names = Object.keys(rules);
      report(
        node,
        `<${name}> n’a pas d’attribut « ${attribute} »${orNearest(attribute, names)}`,
        names.length > 0 ? `Ses attributs : ${enumerate(names)}` : 'Supprimez-le',
      );
    }
  }
  for (const [attribute, { required, description }] of Object.entries(rules)) {
    if (required && !written.has(attribute))
      report(node, `Il manque « ${attribute} » à <${name}>`, `Ajoutez ${attribute}="…" : ${description}`);
  }
}

function checkAttribute(
  node: TreeNode,
  name: string,
  value: unknown,
  rule: AttributeRule,
  report: Report,
): void {
  if (typeof value !== 'string' || value.trim() === '') {
    report(node, `« ${name} » n’est pas un texte`, `Écrivez ${name}="…" : ${rule.description}`);
  } else if (rule.values && !rule.values.includes(value)) {
    report(
      node,
      `« ${value} » n’est pas une valeur de « ${name} »${orNearest(value, rule.values)}`,
      `Ses valeurs : ${enumerate(rule.values)}`,
    );
  } else if (rule.form && !(rule.form.pattern.test(value) && (rule.form.accepts?.(value) ?? true))) {
    report(
      node,
      `« ${value} » n’est pas valide pour « ${name} »`,
      `Écrivez par exemple : ${rule.form.example}`,
    );
  }
}
