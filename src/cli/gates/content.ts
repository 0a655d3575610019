import { readProject } from '#content/checks/project/project.ts';
import { readPublication } from '#content/files/publication.ts';
import { rules } from '#content/checks/rule-list.ts';
import { type Finding, runRules } from '#content/checks/run-rules.ts';
import { fr } from '#lib/typography/fr.ts';
import { counted } from '#lib/french.ts';
import { type Gate, type GateFault } from './gate.ts';

export const gate: Gate = {
  name: 'content',
  title: 'Textes de la rédaction',
  reads: 'sources',
  async judge({ project }, { content }) {
    // Notes are left out, because they may depend on tools of this machine or on other sites.
    const judged = rules.filter(({ severity }) => severity !== 'note');
    const { now } = readPublication();
    const found = await runRules(readProject(project, { external: false, now }), judged);
    const problems = found.problems.filter(({ isWaiting }) => !isWaiting);
    const errors = problems.filter(({ severity }) => severity === 'erreur');
    const warnings = problems.filter(({ severity }) => severity === 'avertissement');
    // A rule over its budget reports all its problems.
    const overrun = Object.entries(Object.groupBy(warnings, ({ rule }) => rule)).flatMap(
      ([rule, found = []]) => (found.length > (content.warnings[rule] ?? 0) ? found : []),
    );
    return {
      passed: errors.length <= content.errors && overrun.length === 0,
      measured: `${counted(errors.length, 'erreur')}, ${counted(warnings.length, 'avertissement')}`,
      faults: [...errors, ...overrun].map(toFault),
    };
  },
};

function toFault({ file, line, column, message, remedy, rule }: Finding): GateFault {
  return { place: `${file}:${line}:${column}`, message: fr`${message} [${rule}]`, remedy };
}
