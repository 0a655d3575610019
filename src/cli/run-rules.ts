import type { Project } from './project.ts';
import type { Rule, RuleProblem, Severity } from './rule.ts';

/** A problem with the rule that found it. */
export interface Finding extends RuleProblem {
  rule: string;
  severity: Severity;
}

export interface Findings {
  /** By file, line and column. */
  problems: Finding[];
  /** Rules that did not run, and why. */
  skipped: { rule: string; reason: string }[];
}

/** Runs the rules on a project. */
export async function runRules(project: Project, rules: readonly Rule[]): Promise<Findings> {
  const skipped = rules.flatMap(({ name, skipped }) => {
    const reason = skipped?.(project) ?? null;
    return reason === null ? [] : [{ rule: name, reason }];
  });
  const running = rules.filter(({ name }) => !skipped.some(({ rule }) => rule === name));
  const found = await Promise.all(
    running.map(async ({ name, severity, check }) =>
      (await check(project)).map((problem) => ({ rule: name, severity, ...problem })),
    ),
  );
  const problems = found
    .flat()
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
  return { problems, skipped };
}

/** How many problems of each severity. */
export function countBySeverity(problems: readonly Finding[]): Record<Severity, number> {
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  return { erreur: count('erreur'), avertissement: count('avertissement'), note: count('note') };
}
