import { publishTheRest } from '#model/problems.ts';
import { counted } from '#lib/french.ts';
import { inertJson, inertText } from '#lib/html/inert-text.ts';
import { type Finding, type Findings, countBySeverity } from '#content/checks/run-rules.ts';
import { fr, nonBreakingSpaces } from '#lib/typography/fr.ts';

export interface ReportOptions {
  /** Whether notes are printed one by one rather than counted. */
  eachNote: boolean;
  /** Number of fixes written. */
  written: number;
  /** A line for each photograph whose metadata were removed. */
  cleaned?: readonly string[];
  /** Problems of files that were not chosen; `null` when all files were. */
  elsewhere?: readonly Finding[] | null;
}

/**
 * Formats the report for a terminal: each file with its problems in order, the counts, and the rules that did not run.
 */
export function formatReport(
  { problems, skipped }: Findings,
  { eachNote, written, cleaned = [], elsewhere = null }: ReportOptions,
): string {
  const read = problems.filter(({ severity }) => eachNote || severity !== 'note');
  const waiting = read.filter(({ isWaiting }) => isWaiting);
  const published = read.filter(({ isWaiting }) => !isWaiting);
  const heading = fr`Brouillons et articles programmés (ces remarques n’empêchent pas la publication)`;
  const parts = [
    ...formatFiles(published),
    ...(waiting.length > 0 ? [heading, ...formatFiles(waiting)] : []),
  ];
  const { note } = countBySeverity(problems);
  const rest = publishTheRest(problems.filter(({ severity }) => severity === 'erreur'));
  const total = problems.length === 0 ? [fr`Rien à signaler.`] : [`${countAll(problems)}.`];
  const summary = [
    ...(written > 0 ? [`${counted(written, 'correction enregistrée', 'corrections enregistrées')}.`] : []),
    ...cleaned,
    ...total,
    ...(rest === null ? [] : [nonBreakingSpaces(rest)]),
    ...(note > 0 && !eachNote ? [fr`Les notes, une par une : npm run check -- --notes`] : []),
    ...(elsewhere?.length ? [fr`Ailleurs dans le magazine : ${countAll(elsewhere)}.`] : []),
    ...skipped.map(({ rule, reason }) => fr`Règle « ${rule} » non appliquée : ${reason}.`),
  ];
  return inertText(`${[...parts, summary.join('\n')].join('\n\n')}\n`);
}

function countAll(problems: readonly Finding[]): string {
  const counts = Object.entries(countBySeverity(problems));
  return counts.map(([severity, count]) => counted(count, severity)).join(', ');
}

/** Each file, and its problems in order. */
function formatFiles(problems: readonly Finding[]): string[] {
  return [...Map.groupBy(problems, ({ file }) => file)].map(([file, found]) =>
    [file, ...found.map(formatProblem)].join('\n'),
  );
}

function formatProblem({ line, column, severity, rule, message, remedy }: Finding): string {
  return `  ${line}:${column}  ${severity}  ${message}  [${rule}]\n      → ${remedy}`;
}

/**
 * Formats the report for programs. The format is stable: any change of it increases `version`.
 * `{ version, errors, warnings, notes, problems: [{ rule, severity, file, line, column, message, remedy, fixable,
 * waiting }], skipped: [{ rule, reason }] }`. Lines and columns count from 1, columns in UTF-16 units. `waiting` marks
 * problems of drafts and scheduled articles, which do not block publication.
 */
export function formatJson({ problems, skipped }: Findings): string {
  const { erreur, avertissement, note } = countBySeverity(problems);
  const listed = problems.map(({ rule, severity, file, line, column, message, remedy, ...problem }) => {
    const place = { rule, severity, file, line, column, message, remedy };
    return { ...place, fixable: problem.fix !== undefined, waiting: problem.isWaiting };
  });
  const counts = { errors: erreur, warnings: avertissement, notes: note };
  return `${inertJson({ version: 1, ...counts, problems: listed, skipped })}\n`;
}
