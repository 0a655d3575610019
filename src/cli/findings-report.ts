import { counted } from '#lib/french.ts';
import { inertJson, inertText } from '#lib/inert-text.ts';
import { type Finding, type Findings, countBySeverity } from './run-rules.ts';
import { say } from './say.ts';

export interface ReportOptions {
  /** Whether notes are read out rather than counted. */
  eachNote: boolean;
  /** How many fixes were written. */
  written: number;
}

/** What a terminal shows: each file, its problems in order, then how many, and what did not run. */
export function formatReport({ problems, skipped }: Findings, { eachNote, written }: ReportOptions): string {
  const read = problems.filter(({ severity }) => eachNote || severity !== 'note');
  const files = [...new Set(read.map(({ file }) => file))];
  const parts = files.map((file) =>
    [file, ...read.filter((problem) => problem.file === file).map(formatProblem)].join('\n'),
  );
  const { erreur, avertissement, note } = countBySeverity(problems);
  const counts = [counted(erreur, 'erreur'), counted(avertissement, 'avertissement'), counted(note, 'note')];
  const total = problems.length === 0 ? [say`Rien à signaler.`] : [`${counts.join(', ')}.`];
  const summary = [
    ...(written > 0 ? [`${counted(written, 'correction écrite', 'corrections écrites')}.`] : []),
    ...total,
    ...(note > 0 && !eachNote ? [say`Les notes, une par une : npm run check -- --notes`] : []),
    ...skipped.map(({ rule, reason }) => say`Règle « ${rule} » passée : ${reason}.`),
  ];
  return inertText(`${[...parts, summary.join('\n')].join('\n\n')}\n`);
}

function formatProblem({ line, column, severity, rule, message, remedy }: Finding): string {
  return `  ${line}:${column}  ${severity}  ${message}  [${rule}]\n      → ${remedy}`;
}

/**
 * What programs read. This shape is stable: a change of it changes `version`.
 *
 * `{ version, errors, warnings, notes, problems: [{ rule, severity, file, line, column, message, remedy,
 * fixable }], skipped: [{ rule, reason }] }`, lines and columns from 1, columns in UTF-16 units.
 */
export function formatJson({ problems, skipped }: Findings): string {
  const { erreur, avertissement, note } = countBySeverity(problems);
  const listed = problems.map(({ rule, severity, file, line, column, message, remedy, fix }) => ({
    rule,
    severity,
    file,
    line,
    column,
    message,
    remedy,
    fixable: fix !== undefined,
  }));
  const report = {
    version: 1,
    errors: erreur,
    warnings: avertissement,
    notes: note,
    problems: listed,
    skipped,
  };
  return `${inertJson(report)}\n`;
}
