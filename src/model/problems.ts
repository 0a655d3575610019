import { ExpectedError } from '#lib/expected-error.ts';
import { plural } from '#lib/french.ts';
import { inertText } from '#lib/html/inert-text.ts';

/** A place in a text: its line and its column, in UTF-16 code units, both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A problem that an editor must fix: its place, its message and its remedy. All texts are in French. */
export interface ContentProblem extends Place {
  /** Path from the project's root, with « / ». */
  file: string;
  message: string;
  remedy: string;
}

/** The place of a problem that concerns a whole file. */
export const START: Place = { line: 1, column: 1 };

/** The place of an offset in a text. */
export function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Sorts problems by file, line and column, in place. */
export function sortProblems<Problem extends ContentProblem>(problems: Problem[]): Problem[] {
  return problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}

/** The error that stops a build; its message contains all problems. */
export class ContentError extends ExpectedError {
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    const rest = publishTheRest(problems);
    super(formatProblems(problems) + (rest === null ? '' : `\n${rest}\n`));
    this.name = 'ContentError';
    this.problems = problems;
    this.stack = `${this.name}: ${this.message}`;
  }
}

/**
 * Formats problems, one in each paragraph: `file:line:column`, the message, then the remedy.
 *
 * @param of `site` for published content, whose errors block publication; `drafts` for drafts and scheduled articles
 */
export function formatProblems(problems: readonly ContentProblem[], of: 'site' | 'drafts' = 'site'): string {
  const count = `${problems.length} ${plural(problems.length, 'erreur', 'erreurs')}`;
  const title = of === 'site' ? `${count} dans le contenu` : `${count} ${IN_DRAFTS}`;
  const items = problems.map(
    ({ file, line, column, message, remedy }) => `${file}:${line}:${column}\n  ${message}\n  → ${remedy}`,
  );
  return inertText(`${[title, ...items].join('\n\n')}\n`);
}

const IN_DRAFTS = 'dans des brouillons ou des articles programmés, qui ne sont pas publiés';

/** Explains how to publish without the faulty articles; `null` when a file outside articles has a problem too. */
export function publishTheRest(problems: readonly Pick<ContentProblem, 'file'>[]): string | null {
  const articles = new Set(problems.map(({ file }) => /^content\/articles\/[^/]+(?=\/)/u.exec(file)?.[0]));
  if (articles.has(undefined) || articles.size === 0) return null;
  const files = [...articles].map((folder) => `  ${folder}/index.mdx`);
  return [
    'Pour publier le reste sans attendre, remettez en brouillon (« draft: true » parmi ses champs) :',
    ...files.map((file) => inertText(file)),
  ].join('\n');
}
