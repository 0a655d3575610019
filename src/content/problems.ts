import { plural } from '#lib/french.ts';
import { inertText } from '#lib/inert-text.ts';

/** Something an editor must mend: where, what, and how. Every part is French but the file's path. */
export interface ContentProblem {
  /** Path from the project's root, with « / ». */
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  message: string;
  remedy: string;
}

/** Where a problem lies in a file. */
export interface Place {
  line: number;
  column: number;
}

/** The error that stops a build: all problems found, in one message. */
export class ContentError extends Error {
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    super(formatProblems(problems));
    this.name = 'ContentError';
    this.problems = problems;
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** One problem a paragraph: `file:line:column`, what is wrong, then what to do. */
export function formatProblems(problems: readonly ContentProblem[]): string {
  const count = `${problems.length} ${plural(problems.length, 'erreur', 'erreurs')}`;
  const items = problems.map(
    ({ file, line, column, message, remedy }) => `${file}:${line}:${column}\n  ${message}\n  → ${remedy}`,
  );
  return inertText(`${[`${count} dans le contenu`, ...items].join('\n\n')}\n`);
}
