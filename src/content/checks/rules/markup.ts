import { type TreeNode, textOf, visit } from '#content/files/mdx-tree.ts';
import type { ContentDocument } from '#content/checks/project/project.ts';
import type { Rule, RuleProblem } from '#content/checks/rule.ts';
import { nonBreakingSpaces } from '#lib/typography/fr.ts';
import { withoutCode } from '#lib/mdx/mdx-words.ts';
import { fieldSlips } from '#content/checks/markup/field-slips.ts';
import { TEXT_SLIPS } from '#content/checks/markup/text-slips.ts';
import { stepOutOfOrder } from '#content/checks/markup/timeline-order.ts';

/** No list has as many items: it is a year, or a number of the text. */
const FIRST_OF_LIST = 100;
const LONGEST_HEADING = 100;

/** What Markdown reads otherwise than its writer meant, and prints. */
export const rule: Rule = {
  name: 'mise en forme',
  description:
    'Le Markdown est correctement écrit : notes et liens complets, tableaux réguliers, gras fermés, intertitres et listes voulus.',
  example: 'Une note absente[^absente], et ##Un intertitre collé',
  severity: 'avertissement',
  check: ({ documents }) => documents.flatMap((document) => [...fieldSlips(document), ...slipsOf(document)]),
};

function slipsOf(document: ContentDocument): RuleProblem[] {
  const { tree, source, shift } = document;
  if (!tree) return [];
  const words = withoutCode(source.text);
  const problems: RuleProblem[] = [];
  const tell: Tell = (offset, message, remedy) =>
    problems.push({
      file: source.file,
      ...source.placeAt(offset),
      message: nonBreakingSpaces(message),
      remedy: nonBreakingSpaces(remedy),
    });
  const called = new Set<string>();
  visit(tree, null, ({ type, identifier }) => {
    if (type === 'footnoteReference') called.add(identifier ?? '');
  });
  visit(tree, null, (node) => {
    if (!node.position) return;
    const step = node.name === 'Chronologie' ? stepOutOfOrder(node) : null;
    if (step)
      tell(
        (step.position?.start.offset ?? 0) + shift,
        'Cette étape n’est pas à sa place dans la chronologie',
        'Rangez les étapes par date, de la plus ancienne à la plus récente ou l’inverse',
      );
    const start = node.position.start.offset + shift;
    const end = node.position.end.offset + shift;
    if (node.type === 'text') tellOfText(words.slice(start, end), start, tell);
    else LOOKS[node.type]?.(node, words.slice(start, end), start, tell);
    if (node.type === 'footnoteDefinition' && !called.has(node.identifier ?? ''))
      tell(
        start,
        `La note « ${node.identifier ?? ''} » n’est appelée nulle part et ne sera pas affichée`,
        `Écrivez [^${node.identifier ?? ''}] dans le texte, là où elle s’applique`,
      );
  });
  return problems;
}

type Tell = (offset: number, message: string, remedy: string) => void;

/** One saying for each kind of slip of a text: the first place is enough. */
function tellOfText(text: string, start: number, tell: Tell): void {
  for (const { pattern, message, remedy } of TEXT_SLIPS) {
    const found = pattern.exec(text);
    if (found) tell(start + found.index, message(found), remedy(found));
  }
}

type Look = (node: TreeNode, text: string, start: number, tell: Tell) => void;

/** What a node shows that was not meant to be one. */
const LOOKS: Readonly<Record<string, Look>> = {
  heading(node, text, start, tell) {
    if (!text.startsWith('#') && node.depth === 2)
      tell(
        start,
        'La ligne « --- » transforme en intertitre le paragraphe qui la précède',
        'Laissez une ligne vide avant elle ; pour un intertitre, écrivez « ## » devant le texte',
      );
  },
  list(node, _text, start, tell) {
    if ((node.start ?? 1) >= FIRST_OF_LIST)
      tell(
        start,
        `« ${node.start}. » commence une liste numérotée`,
        `Écrivez « ${node.start}\\. », ou tournez la phrase autrement`,
      );
  },
  delete(_node, text, start, tell) {
    if (!text.startsWith('~~'))
      tell(
        start,
        'Deux caractères « ~ » barrent le texte entre eux',
        'Écrivez « de 10 à 20 », ou « \\~ » devant chacun',
      );
  },
  paragraph(node, text, start, tell) {
    const [only, ...others] = (node.children ?? []).filter((child) => textOf(child).trim() !== '');
    const label = only?.type === 'strong' && others.length === 0 ? textOf(only).trim() : '';
    if (label && label.length <= LONGEST_HEADING && !/[.!?…:»]$/u.test(label))
      tell(
        start,
        `Le paragraphe en gras « ${label.slice(0, 40)} » ressemble à un intertitre`,
        'Écrivez-le après « ## », sans astérisques : le sommaire le montrera',
      );
    const [first = '', second = ''] = text.split('\n').map((line) => line.trim());
    if (!/^\|.*\|/u.test(first)) return;
    if (/^\|?[ \t]*:?-{1,}/u.test(second))
      tell(
        start,
        'Ce tableau n’est pas reconnu : sa ligne « --- » n’a pas autant de cases que la première',
        `Écrivez-la ainsi : « ${ruleFor(cellsOf(first))} »`,
      );
    else
      tell(
        start,
        'Ce tableau n’a pas de ligne « | --- | --- | »',
        `Écrivez « ${ruleFor(cellsOf(first))} » sous sa première ligne`,
      );
  },
  table(node, text, start, tell) {
    const [header, ...rows] = node.children ?? [];
    const columns = header?.children?.length ?? 0;
    const from = header?.position?.start.offset ?? 0;
    for (const row of rows) {
      const at = (row.position?.start.offset ?? from) - from;
      const line = text.slice(at).split('\n', 1)[0] ?? '';
      const cells = cellsOf(line);
      if (cells !== columns)
        tell(
          start + at,
          `Cette ligne du tableau a ${cells} case${cells > 1 ? 's' : ''}, et la première ligne en a ${columns}`,
          cells > columns
            ? 'Supprimez ce qui dépasse, ou écrivez « \\| » dans le texte'
            : 'Ajoutez les cases manquantes, même vides : « | |»',
        );
    }
  },
};

/** How many cells a line of a table has; escapes are blank in it already. */
function cellsOf(line: string): number {
  return line
    .trim()
    .replace(/^\||\|$/gu, '')
    .split('|').length;
}

const ruleFor = (columns: number): string => `|${' --- |'.repeat(columns)}`;
