import type { ContentProblem } from '#model/problems.ts';
import type { Project } from '#content/checks/project/project.ts';

/** An error blocks publication, a warning deserves a look, a note is information. */
export type Severity = 'erreur' | 'avertissement' | 'note';

/** A safe change of a file; offsets count in the `text` of its `SourceFile`. */
export interface Fix {
  start: number;
  end: number;
  replacement: string;
}

export interface RuleProblem extends ContentProblem {
  /** When it differs from that of the rule. */
  severity?: Severity;
  /** Whether the publication of a draft solves it: it blocks nothing, and is reported with the drafts. */
  waits?: true;
  /** Present only when the change cannot alter meaning or markup. */
  fix?: Fix;
}

/** A rule of `npm run check`. Its texts are in French, for editors. */
export interface Rule {
  /** Its name in reports and for `--regle`. */
  name: string;
  /** Its requirement, in one sentence. */
  description: string;
  /** A text that it reports. */
  example: string;
  severity: Severity;
  /** Whether some of its problems have a fix. */
  fixable?: true;
  /** The reason why it does not run here, in one sentence; `null` when it runs. */
  skipped?(project: Project): string | null;
  check(project: Project): RuleProblem[] | Promise<RuleProblem[]>;
}
