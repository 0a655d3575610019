import { attributeOf, nodesOf, type TreeNode, textOf } from '#content/files/mdx-tree.ts';
import { fieldText, fieldTexts } from '#content/checks/project/fields.ts';
import type { ContentDocument } from '#content/checks/project/project.ts';
import { defineRule, type RuleReport } from '#content/checks/rule.ts';
import { nonBreakingSpaces } from '#lib/typography/fr.ts';
import { withoutCode } from '#lib/mdx/mdx-words.ts';
import { FIELD_SLIPS, TEXT_SLIPS } from '#content/checks/markup/slips.ts';

/** No numbered list starts at this number or above: it is a year, or part of a sentence. */
const FIRST_OF_LIST = 100;
/** In characters: a longer paragraph in bold is not meant as a heading. */
const MAX_BOLD_HEADING = 100;
const DATE = /^\d{4}(?:-\d{2}){0,2}$/u;

export const rule = defineRule({
  name: 'mise en forme',
  description:
    'Le Markdown est correctement écrit : notes et liens complets, tableaux réguliers, gras fermés, intertitres et listes voulus.',
  example: 'Une note absente[^absente], et ##Un intertitre collé',
  severity: 'avertissement',
  checkDocument(document, report) {
    const reportHere: RuleReport = (place, message, remedy) =>
      report(place, nonBreakingSpaces(message), nonBreakingSpaces(remedy));
    checkFields(document, reportHere);
    checkText(document, (offset, ...texts) => reportHere(document.source.placeAt(offset), ...texts));
  },
});

type ReportAt = (offset: number, message: string, remedy: string) => void;

/** Reports the first kind of markup in each plain text field. */
function checkFields(document: ContentDocument, report: RuleReport): void {
  const paths = [['title'], ['description'], ['cover', 'alt'], ['cover', 'caption'], ['cover', 'credit']];
  const fields = [
    ...paths.map((path) => fieldText(document, path)),
    ...fieldTexts(document, 'sources', 'title'),
    ...fieldTexts(document, 'corrections', 'text'),
  ];
  for (const field of fields) {
    const slip = field && FIELD_SLIPS.find(([pattern]) => pattern.test(field.text));
    if (slip) report(field.place, slip[1], slip[2]);
  }
}

function checkText({ tree, source, shift }: ContentDocument, report: ReportAt): void {
  const words = withoutCode(source.text);
  const nodes = [...nodesOf(tree)];
  const called = new Set(
    nodes.flatMap(({ type, identifier }) => (type === 'footnoteReference' ? identifier : [])),
  );
  for (const node of nodes) {
    if (!node.position) continue;
    const start = node.position.start.offset + shift;
    const text = words.slice(start, node.position.end.offset + shift);
    const step = node.name === 'Chronologie' ? stepOutOfOrder(node) : null;
    if (step)
      report(
        (step.position?.start.offset ?? 0) + shift,
        'Cette étape n’est pas à sa place dans la chronologie',
        'Rangez les étapes par date, de la plus ancienne à la plus récente ou l’inverse',
      );
    CHECKS[node.type]?.(node, text, start, report);
    if (node.type === 'footnoteDefinition' && !called.has(node.identifier))
      report(
        start,
        `La note « ${node.identifier ?? ''} » n’est appelée nulle part et ne sera pas affichée`,
        `Écrivez [^${node.identifier ?? ''}] dans le texte, là où elle s’applique`,
      );
  }
}

type Check = (node: TreeNode, text: string, start: number, report: ReportAt) => void;

const CHECKS: Readonly<Record<string, Check>> = {
  /** Reports each kind of slip once, at its first place. */
  text(_node, text, start, report) {
    for (const [pattern, ...texts] of TEXT_SLIPS) {
      const found = pattern.exec(text);
      if (!found) continue;
      const [message = '', remedy = ''] = texts.map((words) =>
        words.replace(/\$([01])/gu, (_, group: string) => found[Number(group)] ?? ''),
      );
      report(start + found.index, message, remedy);
    }
  },
  heading(node, text, start, report) {
    if (!text.startsWith('#') && node.depth === 2)
      report(
        start,
        'La ligne « --- » transforme en intertitre le paragraphe qui la précède',
        'Laissez une ligne vide avant elle ; pour un intertitre, écrivez « ## » devant le texte',
      );
  },
  list(node, _text, start, report) {
    if ((node.start ?? 1) >= FIRST_OF_LIST)
      report(
        start,
        `« ${node.start}. » commence une liste numérotée`,
        `Écrivez « ${node.start}\\. », ou tournez la phrase autrement`,
      );
  },
  delete(_node, text, start, report) {
    if (!text.startsWith('~~'))
      report(
        start,
        'Deux caractères « ~ » barrent le texte entre eux',
        'Écrivez « de 10 à 20 », ou « \\~ » devant chacun',
      );
  },
  paragraph(node, text, start, report) {
    const [only, ...others] = (node.children ?? []).filter((child) => textOf(child).trim() !== '');
    const label = only?.type === 'strong' && others.length === 0 ? textOf(only).trim() : '';
    if (label && label.length <= MAX_BOLD_HEADING && !/[.!?…:»]$/u.test(label))
      report(
        start,
        `Le paragraphe en gras « ${label.slice(0, 40)} » ressemble à un intertitre`,
        'Écrivez-le après « ## », sans astérisques : le sommaire le montrera',
      );
    const [first = '', second = ''] = text.split('\n').map((line) => line.trim());
    if (!/^\|.*\|/u.test(first)) return;
    const rule = `|${' --- |'.repeat(cellsOf(first))}`;
    if (/^\|?[ \t]*:?-{1,}/u.test(second))
      report(
        start,
        'Ce tableau n’est pas reconnu : sa ligne « --- » n’a pas autant de cases que la première',
        `Écrivez-la ainsi : « ${rule} »`,
      );
    else
      report(
        start,
        'Ce tableau n’a pas de ligne « | --- | --- | »',
        `Écrivez « ${rule} » sous sa première ligne`,
      );
  },
  table(node, text, start, report) {
    const [header, ...rows] = node.children ?? [];
    const columns = header?.children?.length ?? 0;
    const from = header?.position?.start.offset ?? 0;
    for (const row of rows) {
      const at = (row.position?.start.offset ?? from) - from;
      const line = text.slice(at).split('\n', 1)[0] ?? '';
      const cells = cellsOf(line);
      if (cells !== columns)
        report(
          start + at,
          `Cette ligne du tableau a ${cells} case${cells > 1 ? 's' : ''}, et la première ligne en a ${columns}`,
          cells > columns
            ? 'Supprimez ce qui dépasse, ou écrivez « \\| » dans le texte'
            : 'Ajoutez les cases manquantes, même vides : « | |»',
        );
    }
  },
};

/** Counts the cells of a table's line, in which escapes are already blanked. */
function cellsOf(line: string): number {
  return line
    .trim()
    .replace(/^\||\|$/gu, '')
    .split('|').length;
}

/**
 * Returns the first step of a timeline whose date breaks the order, ascending or descending, of the steps before;
 * `null` when the dates are in order.
 */
function stepOutOfOrder(timeline: TreeNode): TreeNode | null {
  const steps = (timeline.children ?? []).flatMap((node) => {
    const date = node.name === 'Etape' ? attributeOf(node, 'date') : null;
    // The content check reports invalid dates.
    return date !== null && DATE.test(date) ? { node, date } : [];
  });
  let direction = 0;
  for (const [index, { node, date }] of steps.entries()) {
    const before = steps[index - 1]?.date;
    const step = before === undefined ? 0 : compareDates(before, date);
    if (step !== 0 && direction !== 0 && step !== direction) return node;
    direction ||= step;
  }
  return null;
}

/** Compares two dates at the precision of the shorter: « 2024 » and « 2024-06 » are in order. */
function compareDates(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  return Math.sign(one.slice(0, length).localeCompare(other.slice(0, length)));
}
