import type { ContentProblem } from '#model/problems.ts';
import type { Project } from '#content/checks/project/project.ts';

/** An error blocks publication, a warning needs a look, a note is information. */
export type Severity = 'erreur' | 'avertissement' | 'note';

/** A safe change to a file; offsets refer to the `text` of its `SourceFile`. */
export interface Fix {
  start: number;
  end: number;
  replacement: string;
}

export interface RuleProblem extends ContentProblem {
  /** Present when it differs from the rule's severity. */
  severity?: Severity;
  /** Whether publishing a draft solves the problem: it blocks nothing, and is reported with the drafts. */
  waits?: true;
  /** Present only when the fix cannot alter meaning or markup. */
  fix?: Fix;
}

/** A rule of `npm run check`. Its texts are in French, for editors. */
export interface Rule {
  /** The name in reports and for `--regle`. */
  name: string;
  /** The requirement, in one sentence. */
  description: string;
  /** A text that the rule reports. */
  example: string;
  severity: Severity;
  /** Whether some of its problems have a fix. */
  fixable?: true;
  /** The reason why the rule does not run here, in one sentence; `null` when it runs. */
  skipped?(project: Project): string | null;
  check(project: Project): RuleProblem[] | Promise<RuleProblem[]>;
}
