import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enumerate } from '#lib/french.ts';
import { applyFixes } from '#cli/check/apply-fixes.ts';
import { cleanPictures } from '#cli/check/clean-pictures.ts';
import { OPTIONS } from '#cli/check/options.ts';
import { changedFiles, chooseFiles, isChosen } from '#content/checks/project/chosen-files.ts';
import { readProject } from '#content/checks/project/project.ts';
import { readPublication } from '#content/files/publication.ts';
import { formatJson, formatReport } from '#cli/check/findings-report.ts';
import type { Rule } from '#content/checks/rule.ts';
import { rules } from '#content/checks/rule-list.ts';
import { picturePosition } from '#content/checks/rules/pictures.ts';
import { formatRulesPage } from '#cli/check/rules-page.ts';
import { countBySeverity, type Finding, runRules } from '#content/checks/run-rules.ts';
import { fr } from '#lib/typography/fr.ts';
import { type CommandLine, runCommand, UsageError } from '#cli/lib/options.ts';

/**
 * `npm run check [-- options] [names or paths]`: checks the content. `--aide` lists the options.
 *
 * Problems of drafts and scheduled articles are reported apart, and never fail the check. Exit code: 0 without errors,
 * 1 with errors (or warnings, with `--strict`), 2 when an option, a rule or an article does not exist.
 */
const USAGE = 'npm run check -- [options] [nom d’article ou de page, ou chemin]…';
const root = process.cwd();
/** Maximum number of rounds of fixes: a fix may reveal another problem. */
const MAX_ROUNDS = 5;
type Options = CommandLine<typeof OPTIONS>['options'];

await runCommand({ usage: USAGE, options: OPTIONS }, ({ options, names }) => {
  if (options.regles) {
    writeFileSync(join(root, 'content/REGLES.md'), formatRulesPage(rules));
    return 0;
  }
  return check(options, chooseRules(options), choosePaths(options, names));
});

async function check(
  options: Options,
  chosen: readonly Rule[],
  paths: readonly string[] | null,
): Promise<number> {
  const written = options.corriger ? await writeFixes(chosen) : 0;
  const cleans = options.corriger && chosen.includes(picturePosition);
  const cleaned = cleans ? await cleanPictures(readContent(false)) : [];
  const all = await runRules(readContent(options.externes), chosen);
  const isShown = ({ severity, isWaiting }: Finding) =>
    !options.erreurs || severity === 'erreur' || isWaiting;
  const shown = all.problems.filter(isShown);
  const problems = paths === null ? shown : shown.filter(({ file }) => isChosen(file, paths));
  if (options.erreurs && problems.length === 0) return 0;
  const findings = { ...all, problems };
  const elsewhere = shown.filter((problem) => !problems.includes(problem));
  process.stdout.write(
    options.json
      ? formatJson(findings)
      : formatReport(findings, { eachNote: options.notes, written, cleaned, elsewhere: paths && elsewhere }),
  );
  const { erreur, avertissement } = countBySeverity(problems.filter(({ isWaiting }) => !isWaiting));
  return erreur > 0 || (options.strict && avertissement > 0) ? 1 : 0;
}

function readContent(external: boolean) {
  return readProject(root, { external, now: readPublication().now });
}

/** Applies fixes until none remains, and returns the number of fixes written. */
async function writeFixes(chosen: readonly Rule[]): Promise<number> {
  const fixable = chosen.filter(({ fixable }) => fixable);
  let written = 0;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const content = readContent(false);
    const count = applyFixes(content, (await runRules(content, fixable)).problems);
    if (count === 0) break;
    written += count;
  }
  return written;
}

function chooseRules({ regle, erreurs }: Options): Rule[] {
  const names = rules.map(({ name }) => name);
  const unknown = regle.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new UsageError(
      fr`Aucune règle ne s’appelle « ${unknown.join(', ')} ». Les règles : ${enumerate(names)}.`,
    );
  return rules
    .filter(({ name }) => regle.length === 0 || regle.includes(name))
    .filter(({ severity }) => !erreurs || severity === 'erreur');
}

/** The paths to report on; `null` for all. */
function choosePaths({ depuis: since }: Options, names: readonly string[]): readonly string[] | null {
  const changed = since === undefined ? null : changedFiles(root, since);
  if (since !== undefined && changed === null)
    throw new UsageError(fr`Git ne trouve pas « ${since} », ou n’est pas installé.`);
  if (names.length === 0) return changed;
  const found = chooseFiles(root, readContent(false).documents, names);
  if ('paths' in found) return [...found.paths, ...(changed ?? [])];
  const meant = found.meant === null ? '' : fr` Vouliez-vous dire « ${found.meant} » ?`;
  throw new UsageError(fr`Aucun article ni aucune page ne s’appelle « ${found.unknown} ».` + meant);
}
