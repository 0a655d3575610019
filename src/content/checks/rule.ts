import type { ContentProblem } from '#model/problems.ts';
import type { Project } from '#content/checks/project/project.ts';

/** What a problem asks for: an error must be mended before publishing, a warning read, a note is only told. */
export type Severity = 'erreur' | 'avertissement' | 'note';

/** A safe change: this stretch of the file's text (offsets in its `text`, see SourceFile) becomes another. */
export interface Fix {
  start: number;
  end: number;
  replacement: string;
}

export interface RuleProblem extends ContentProblem {
  /** Where it is not that of its rule. */
  severity?: Severity;
  /** Whether it will be right when a draft is published: it stops nothing, and is told with the drafts. */
  waits?: true;
  /** Only where the change can alter no meaning and no markup. */
  fix?: Fix;
}

/** One thing that `npm run check` looks at. Its texts are French, for editors. */
export interface Rule {
  /** Its name: the one of its report, and of `--regle`. */
  name: string;
  /** What it asks, in one sentence. */
  description: string;
  /** What it catches. */
  example: string;
  severity: Severity;
  /** Whether some of its problems come with a fix. */
  mends?: true;
  /** Why it does not run here, in one sentence; `null` when it does. */
  skipped?(project: Project): string | null;
  check(project: Project): RuleProblem[] | Promise<RuleProblem[]>;
}
