import type { ContentDocument, Project } from '#content/checks/project/project.ts';
import type { ContentProblem } from '#model/problems.ts';
import { type Report, reportTo } from './report.ts';

/** An error blocks publication; a warning should be examined by an editor; a note is information. */
export type Severity = 'erreur' | 'avertissement' | 'note';

/** A safe change to a file; offsets refer to the `text` of its `SourceFile`. */
export interface Fix {
  start: number;
  end: number;
  replacement: string;
}

/** Optional properties of a problem. */
interface Particulars {
  /** The severity of this problem, when it differs from the rule's. */
  severity?: Severity | undefined;
  /**
   * Whether publishing a draft would solve the problem. Such a problem blocks nothing, and is reported with those of
   * drafts.
   */
  waits?: true | undefined;
  /** Present only when the fix cannot alter meaning or markup. */
  fix?: Fix | undefined;
}

export interface RuleProblem extends ContentProblem, Particulars {}

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
  /** The reason why the rule does not run on this project, in one sentence; `null` when it runs. */
  skipped?(project: Project): string | null;
  check(project: Project): RuleProblem[] | Promise<RuleProblem[]>;
}

export type RuleReport = Report<Particulars>;

/** A rule that checks one article or page at a time, or the project as a whole. */
type RuleDefinition = Omit<Rule, 'check'> & {
  checkDocument?(document: ContentDocument, report: RuleReport, project: Project): void | Promise<void>;
  checkProject?(project: Project, reportIn: (file: string) => RuleReport): void | Promise<void>;
};

/** Makes a rule whose problems are those that its functions report. */
export function defineRule({ checkDocument, checkProject, ...rule }: RuleDefinition): Rule {
  return {
    ...rule,
    async check(project) {
      const problems: RuleProblem[] = [];
      const reportIn = (file: string) => reportTo<Particulars>(problems, file);
      for (const document of project.documents)
        await checkDocument?.(document, reportIn(document.source.file), project);
      await checkProject?.(project, reportIn);
      return problems;
    },
  };
}
