import { nearest } from '#lib/nearest.ts';
import { enumerate } from '#lib/french.ts';
import { parseBody, textOf, type TreeNode, visit } from './mdx-tree.ts';
import { checkChart } from './check-chart.ts';
import { syntaxProblem } from './mdx-syntax.ts';
import type { ContentProblem } from './problems.ts';
import {
  type AttributeRule,
  type ComponentRule,
  inlineAttributes,
  inlineElements,
  vocabulary,
} from './vocabulary.ts';

interface BodyContext {
  file: string;
  /** Names of the files beside the article. */
  neighbours: ReadonlySet<string>;
}

/** Tells of a problem where a node begins. */
export type Report = (node: TreeNode, message: string, remedy: string) => void;

const RULES: Readonly<Record<string, ComponentRule>> = vocabulary;

/**
 * Checks the text of an article: its components, their attributes, its pictures.
 *
 * @param body MDX whose lines are numbered as in the file (front matter blanked, not cut)
 */
export function checkBody(body: string, context: BodyContext): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const report: Report = (node, message, remedy) => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    problems.push({ file: context.file, line, column, message, remedy });
  };
  let tree: TreeNode;
  try {
    tree = parseBody(body);
  } catch (error) {
    return [{ file: context.file, ...syntaxProblem(error) }];
  }
  const imported = importedNames(tree, context);
  visit(tree, null, (node, parent) => {
    const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
    if (isElement && !imported?.has(node.name ?? '')) checkElement(node, parent, report);
    if (node.type === 'image') checkPicture(node, context, report);
    if (node.type === 'link' || node.type === 'definition') checkLink(node, report);
    if (node.type === 'imageReference') {
      report(
        node,
        'L’adresse de l’image est écrite ailleurs',
        'Écrivez-la ici : ![ce qu’elle montre](./nom-du-fichier)',
      );
    }
    if (node.type === 'mdxjsEsm' && !imported) {
      report(
        node,
        'Une ligne « import » ou « export » est du code',
        'Retirez-la : les composants sont toujours à disposition',
      );
    }
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      report(
        node,
        'Des accolades « { } » sont lues comme du code',
        'Retirez-les, ou écrivez « \\{ » et « \\} »',
      );
    }
    if (node.type === 'heading' && node.depth === 1) {
      report(node, 'Un titre « # » répète celui de l’article', 'Commencez vos intertitres par « ## »');
    }
  });
  return problems;
}

/** The one kind of code that an article may hold: a component that stands beside it. */
const OWN_COMPONENT = /^import (\p{Lu}\w*) from '\.\/(\w+\.astro)';?$/u;

/** Components that the text imports from beside it; `null` when it holds any other code. */
function importedNames(tree: TreeNode, { neighbours }: BodyContext): ReadonlySet<string> | null {
  const code = (tree.children ?? []).filter(({ type }) => type === 'mdxjsEsm');
  const lines = code.flatMap(({ value }) => String(value).split('\n')).filter((line) => line.trim());
  const names = lines.map((line) => {
    const [, name, file] = OWN_COMPONENT.exec(line.trim()) ?? [];
    return name && file && neighbours.has(file) ? name : null;
  });
  return names.includes(null) ? null : new Set(names.flatMap((name) => name ?? []));
}

function checkElement(node: TreeNode, parent: TreeNode | null, report: Report): void {
  const name = node.name ?? '';
  const rule = Object.hasOwn(RULES, name) ? RULES[name] : undefined;
  if (!rule) {
    if (inlineElements.includes(name)) checkInlineElement(node, name, report);
    else reportUnknown(node, name, report);
    return;
  }
  if (rule.within && parent?.name !== rule.within) {
    report(
      node,
      `<${name}> n’est pas dans <${rule.within}>`,
      `Placez-le entre <${rule.within}> et </${rule.within}>`,
    );
  }
  if (rule.content === 'required' && !node.children?.length) {
    report(node, `<${name}> est vide`, `Écrivez entre <${name}> et </${name}>`);
  } else if (name === 'Graphique') checkChart(node, report);
  const written = new Map(
    (node.attributes ?? []).map((attribute) => [attribute.name ?? '…', attribute.value]),
  );
  for (const [attribute, value] of written) {
    const attributeRule = Object.hasOwn(rule.attributes, attribute) ? rule.attributes[attribute] : undefined;
    if (attributeRule) checkAttribute(node, attribute, value, attributeRule, report);
    else {
      const names = Object.keys(rule.attributes);
      const meant = nearest(attribute, names);
      report(
        node,
        `<${name}> n’a pas d’attribut « ${attribute} »${meant ? ` : vouliez-vous dire « ${meant} » ?` : ''}`,
        `Ses attributs : ${enumerate(names)}`,
      );
    }
  }
  for (const [attribute, { required, description }] of Object.entries(rule.attributes)) {
    if (required && !written.has(attribute)) {
      report(node, `Il manque « ${attribute} » à <${name}>`, `Ajoutez ${attribute}="…" : ${description}`);
    }
  }
}

/** HTML in a sentence says a language or a title, and runs nothing. */
function checkInlineElement(node: TreeNode, name: string, report: Report): void {
  for (const { type, name: attribute = '…', value } of node.attributes ?? []) {
    const isText = type === 'mdxJsxAttribute' && typeof value === 'string';
    if (isText && inlineAttributes.includes(attribute)) continue;
    report(
      node,
      `« ${attribute} » n’est pas accepté dans <${name}>`,
      `Retirez-le, ou écrivez un texte entre guillemets droits : ${enumerate(inlineAttributes)}`,
    );
  }
}

/** Addresses that lead somewhere; `javascript:` and `data:` run or hide something. */
function checkLink(node: TreeNode, report: Report): void {
  const url = node.url ?? '';
  if (node.type === 'link' && !textOf(node).trim() && !node.children?.some(({ type }) => type === 'image')) {
    report(node, 'Ce lien n’a pas de texte', 'Écrivez où il mène entre les crochets : [son texte](adresse)');
  }
  if (/^(?:https?:\/\/|mailto:|tel:|[./#])/iu.test(url) || !/^[^/]*:/u.test(url)) return;
  report(node, `Le lien « ${url} » ne mène nulle part`, 'Écrivez une adresse qui commence par « https:// »');
}

function reportUnknown(node: TreeNode, name: string, report: Report): void {
  const names = Object.keys(RULES);
  const meant = nearest(name, names);
  report(
    node,
    `Le composant <${name}> n’existe pas${meant ? ` : vouliez-vous dire <${meant}> ?` : ''}`,
    `Les composants du magazine : ${enumerate(names)}`,
  );
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
    const meant = nearest(value, rule.values);
    report(
      node,
      `« ${value} » n’est pas une valeur de « ${name} »${meant ? ` : vouliez-vous dire « ${meant} » ?` : ''}`,
      `Ses valeurs : ${enumerate(rule.values)}`,
    );
  } else if (rule.form && !rule.form.pattern.test(value)) {
    report(node, `« ${value} » ne convient pas à « ${name} »`, `Écrivez par exemple : ${rule.form.example}`);
  }
}

function checkPicture(node: TreeNode, { neighbours }: BodyContext, report: Report): void {
  const url = node.url ?? '';
  if (!node.alt?.trim()) {
    report(
      node,
      `L’image « ${url} » n’a pas de texte alternatif`,
      'Écrivez ce qu’elle montre entre les crochets : ![…](…)',
    );
  }
  if (!/^\.\/[^/]+$/u.test(url)) {
    report(
      node,
      `L’image « ${url} » n’est pas à côté de l’article`,
      'Copiez-la dans le dossier de l’article et écrivez « ./nom-du-fichier »',
    );
  } else if (!neighbours.has(decoded(url.slice(2)))) {
    const meant = nearest(url.slice(2), neighbours);
    report(
      node,
      `L’image « ${url} » n’existe pas${meant ? ` : vouliez-vous dire « ./${meant} » ?` : ''}`,
      'Copiez l’image dans le dossier de l’article, ou corrigez son nom',
    );
  }
}

/** A name as it is on the disk; one that cannot be decoded is taken as it is. */
function decoded(name: string): string {
  try {
    return decodeURI(name);
  } catch {
    return name;
  }
}
