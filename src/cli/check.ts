import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enumerate } from '#lib/french.ts';
import { applyFixes } from '#cli/check/apply-fixes.ts';
import { helpText, readOptions } from '#cli/check/options.ts';
import { changedFiles, chooseFiles, isChosen } from '#content/checks/project/chosen-files.ts';
import { readProject } from '#content/checks/project/project.ts';
import { formatJson, formatReport } from '#cli/check/findings-report.ts';
import type { Rule } from '#content/checks/rule.ts';
import { rules } from '#content/checks/rule-list.ts';
import { formatRulesPage } from '#cli/check/rules-page.ts';
import { countBySeverity, type Finding, runRules } from '#content/checks/run-rules.ts';
import { fr } from '#lib/typography/fr.ts';

/**
 * `npm run check [-- names or paths]`: what editors wrote, by every rule. Names of articles or pages, and paths, keep
 * what is said of them.
 *
 * `--corriger` writes the safe corrections; `--depuis=<commit>` keeps what has changed in Git since then
 * (`--depuis=HEAD`: what is not committed); `--erreurs` keeps the rules that forbid publishing, and says nothing when
 * they are content; `--externes` asks other sites too; `--json` is for programs (see findings-report.ts); `--notes` reads
 * the notes one by one; `--regle=<name>` keeps that rule; `--regles` writes content/REGLES.md; `--strict` makes warnings
 * count.
 *
 * Drafts and articles to come are told apart, and never fail. Exit code: 0 when there is no error, 1 when there is one
 * (a warning, with `--strict`), 2 when the option, the rule or the article asked for does not exist.
 */
const asked =
  readOptions(process.argv.slice(2)) ?? refuse(`${fr`Option inconnue ou incomplète.`}\n\n${helpText()}`);
const root = process.cwd();
const project = () => readProject(root, { external: asked.externes, now: new Date() });

/** A correction may bring another to light, but not for long. */
const MOST_ROUNDS = 5;

async function writeFixes(chosen: readonly Rule[]): Promise<number> {
  const mending = chosen.filter(({ mends }) => mends);
  let written = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const read = project();
    const count = applyFixes(read, (await runRules(read, mending)).problems);
    if (count === 0) break;
    written += count;
  }
  return written;
}

async function check(chosen: readonly Rule[], paths: readonly string[] | null): Promise<number> {
  const written = asked.corriger ? await writeFixes(chosen) : 0;
  const all = await runRules(project(), chosen);
  const isKept = ({ severity, isWaiting }: Finding) => !asked.erreurs || severity === 'erreur' || isWaiting;
  const kept = all.problems.filter(isKept);
  const problems = paths === null ? kept : kept.filter(({ file }) => isChosen(file, paths));
  if (asked.erreurs && problems.length === 0) return 0;
  const findings = { ...all, problems };
  const elsewhere = kept.filter((problem) => !problems.includes(problem));
  if (asked.json) process.stdout.write(formatJson(findings));
  else
    process.stdout.write(
      formatReport(findings, { eachNote: asked.notes, written, elsewhere: paths && elsewhere }),
    );
  const { erreur, avertissement } = countBySeverity(problems.filter(({ isWaiting }) => !isWaiting));
  return erreur > 0 || (asked.strict && avertissement > 0) ? 1 : 0;
}

/** The paths that are asked about; `null` for all. Ends the command when nothing has the name that was given. */
function askedPaths(): readonly string[] | null {
  const { names, depuis: since } = asked;
  const changed = since === undefined ? null : changedFiles(root, since);
  if (since !== undefined && changed === null)
    refuse(fr`Git ne trouve pas « ${since} », ou n’est pas installé.`);
  if (names.length === 0) return changed;
  const found = chooseFiles(root, project().documents, names);
  if ('paths' in found) return [...found.paths, ...(changed ?? [])];
  const meant = found.meant === null ? '' : fr` Vouliez-vous dire « ${found.meant} » ?`;
  return refuse(fr`Aucun article ni aucune page ne s’appelle « ${found.unknown} ».` + meant);
}

function refuse(words: string): never {
  console.error(words);
  process.exit(2);
}

const names = rules.map(({ name }) => name);
const unknown = asked.regle.filter((name) => !names.includes(name));
if (asked.aide) console.log(helpText());
else if (unknown.length > 0) {
  console.error(fr`Aucune règle ne s’appelle « ${unknown.join(', ')} ». Les règles : ${enumerate(names)}.`);
  process.exitCode = 2;
} else if (asked.regles) {
  writeFileSync(join(root, 'content/REGLES.md'), formatRulesPage(rules));
} else {
  const chosen = rules
    .filter(({ name }) => asked.regle.length === 0 || asked.regle.includes(name))
    .filter(({ severity }) => !asked.erreurs || severity === 'erreur');
  process.exitCode = await check(chosen, askedPaths());
}
