import type { Project } from './project.ts';
import type { Rule, RuleProblem, Severity } from './rule.ts';
import { say } from './say.ts';

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

/** Runs the rules on a project. One that breaks and finds no errors anyway does not keep the others from speaking. */
export async function runRules(project: Project, rules: readonly Rule[]): Promise<Findings> {
  const skipped: Findings['skipped'] = [];
  const found = await Promise.all(
    rules.map(async (rule) => {
      const { name, severity } = rule;
      const reason = rule.skipped?.(project) ?? null;
      if (reason !== null) {
        skipped.push({ rule: name, reason });
        return [];
      }
      try {
        return (await rule.check(project)).map((problem) => ({ rule: name, severity, ...problem }));
      } catch (error) {
        if (severity === 'erreur') throw error;
        skipped.push({ rule: name, reason: say`elle s’est interrompue (${String(error)})` });
        return [];
      }
    }),
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
