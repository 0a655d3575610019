import { orNearest } from './check-reference.ts';
import { enumerate } from '#lib/french.ts';
import type { Report } from './report.ts';
import { checkChart } from './check-chart.ts';
import { unknownComponent } from './mdx-syntax.ts';
import { type TreeNode, textOf } from '#content/files/mdx-tree.ts';
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

/**
 * Checks every component and HTML element: its name, its place, its content and its attributes.
 *
 * @param own names of components that the text imports, which are not checked
 */
export function checkElements(tree: TreeNode, own: ReadonlySet<string>, report: Report): void {
  const check = (node: TreeNode, parent: TreeNode | null, inSentence: boolean): void => {
    const isOwn = own.has(node.name ?? '');
    if (isElement(node) && !isOwn) checkElement(node, parent, inSentence, report);
    const children = node.children ?? [];
    checkNeighbours(children, report);
    const within = isElement(node) ? node : parent;
    const isSentence =
      inSentence || SENTENCES.has(node.type) || (isElement(node) && isInline(node.name ?? ''));
    for (const child of children) check(child, within, isSentence);
  };
  check(tree, null, false);
}

/** Reports two inline elements side by side outside a paragraph: MDX drops the space between them. */
function checkNeighbours(children: readonly TreeNode[], report: Report): void {
  children.forEach((node, index) => {
    const before = children[index - 1];
    const pair = before && [before, node];
    if (!pair?.every(({ type, name }) => type === 'mdxJsxFlowElement' && isInline(name ?? ''))) return;
    if (before?.position?.end.line !== node.position?.start.line) return;
    report(
      node,
      `<${before?.name}> et <${node.name}> se suivent sans un mot entre elles`,
      'Ajoutez du texte à la ligne, ou mettez-les chacune dans son paragraphe',
    );
  });
}

function checkElement(node: TreeNode, parent: TreeNode | null, inSentence: boolean, report: Report): void {
  const name = node.name ?? '';
  const rule = ruleOf(name);
  if (!rule && !inlineElements.includes(name)) {
    const { message, remedy } = isRawHtml(name) ? rawHtmlProblem(name, node) : unknownComponent(name);
    report(node, message, remedy);
    return;
  }
  checkPlace(node, name, rule, parent, inSentence, report);
  checkContent(node, name, rule, report);
  if (rule) checkAttributes(node, name, rule.attributes, report);
  else checkInlineElement(node, name, report);
}

function checkPlace(
  node: TreeNode,
  name: string,
  rule: ComponentRule | undefined,
  parent: TreeNode | null,
  inSentence: boolean,
  report: Report,
): void {
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
}

function checkContent(node: TreeNode, name: string, rule: ComponentRule | undefined, report: Report): void {
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
  if (name === 'Figure' && !holdsPicture(node))
    report(
      node,
      '<Figure> ne contient pas d’image',
      'Écrivez ![ce que l’image montre](./nom-du-fichier) entre ses balises',
    );
}

function holdsPicture(node: TreeNode): boolean {
  return node.type === 'image' || node.type === 'imageReference' || (node.children ?? []).some(holdsPicture);
}

function checkInlineElement(node: TreeNode, name: string, report: Report): void {
  const known = new Set(Object.keys(inlineAttributes));
  for (const { type, name: attribute = '…', value } of node.attributes ?? []) {
    if (type === 'mdxJsxAttribute' && typeof value === 'string' && known.has(attribute)) continue;
    report(
      node,
      `« ${attribute} » n’est pas accepté dans <${name}>`,
      `Supprimez-le, ou écrivez un texte entre guillemets droits : ${enumerate([...known])}`,
    );
    return;
  }
  checkAttributes(node, name, inlineAttributes, report);
}

function checkAttributes(
  node: TreeNode,
  name: string,
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
