import { waitingArticles } from './waiting-articles.ts';
import type { Project } from '#content/checks/project/project.ts';
import type { Rule, RuleProblem, Severity } from './rule.ts';
import { sortProblems } from '#model/problems.ts';
import { fr } from '#lib/typography/fr.ts';

/** A problem, with the rule that found it. */
export interface Finding extends RuleProblem {
  rule: string;
  severity: Severity;
  /** Whether the problem belongs to a draft or to an article scheduled more than a day ahead, and so blocks nothing. */
  isWaiting: boolean;
}

export interface Findings {
  /** By file, line and column. */
  problems: Finding[];
  /** Rules that did not run, with the reason. */
  skipped: { rule: string; reason: string }[];
}

/**
 * Runs the rules on a project. An error in an unpublished article counts as a warning. A rule that throws is reported
 * as skipped; if its severity is error, the exception propagates.
 */
export async function runRules(project: Project, rules: readonly Rule[]): Promise<Findings> {
  const skipped: Findings['skipped'] = [];
  const isWaitingFile = waitingArticles(project.root, project.now);
  const rank = (problem: RuleProblem, { name, severity: usual }: Rule): Finding => {
    const { severity = usual } = problem;
    const isWaiting = problem.waits === true || isWaitingFile(problem.file);
    const isHeld = isWaiting && severity === 'erreur';
    return { ...problem, rule: name, isWaiting, severity: isHeld ? 'avertissement' : severity };
  };
  const found = await Promise.all(
    rules.map(async (rule) => {
      const { name, severity } = rule;
      const reason = rule.skipped?.(project) ?? null;
      if (reason !== null) {
        skipped.push({ rule: name, reason });
        return [];
      }
      try {
        return (await rule.check(project)).map((problem) => rank(problem, rule));
      } catch (error) {
        if (severity === 'erreur') throw error;
        skipped.push({ rule: name, reason: fr`elle s’est interrompue (${String(error)})` });
        return [];
      }
    }),
  );
  return { problems: sortProblems(found.flat()), skipped };
}

/** Counts problems by severity. */
export function countBySeverity(problems: readonly Finding[]): Record<Severity, number> {
  const counts = { erreur: 0, avertissement: 0, note: 0 };
  for (const { severity } of problems) counts[severity] += 1;
  return counts;
}
