import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { enumerate } from '#lib/french.ts';
import { applyFixes } from './apply-fixes.ts';
import { changedFiles, chooseFiles, isChosen } from './chosen-files.ts';
import { readProject } from './project.ts';
import { formatJson, formatReport } from './findings-report.ts';
import type { Rule } from './rule.ts';
import { rules } from './rule-list.ts';
import { formatRulesPage } from './rules-page.ts';
import { countBySeverity, type Finding, runRules } from './run-rules.ts';
import { say } from './say.ts';

const OPTIONS = {
  erreurs: { type: 'boolean', default: false },
  external: { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  notes: { type: 'boolean', default: false },
  regle: { type: 'string', multiple: true, default: [] as string[] },
  regles: { type: 'boolean', default: false },
  since: { type: 'string' },
  strict: { type: 'boolean', default: false },
} as const;

/**
 * `npm run check [-- names or paths]`: what editors wrote, by every rule. Names of articles or pages, and paths, keep
 * what is said of them.
 *
 * `--erreurs` keeps the rules that forbid publishing, and says nothing when they are content;
 * `--external` asks other sites too; `--fix` writes the safe corrections; `--json` is for programs (see
 * findings-report.ts); `--notes` reads the notes one by one; `--regle=<name>` keeps that rule; `--regles` writes
 * content/REGLES.md; `--since=<commit>` keeps what has changed in Git since then (`--since=HEAD`: what is not committed);
 * `--strict` makes warnings count.
 *
 * Drafts and articles to come are told apart, and never fail. Exit code: 0 when there is no error, 1 when there is one
 * (a warning, with `--strict`), 2 when the option, the rule or the article asked for does not exist.
 */
function readOptions() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    return { ...values, names: positionals };
  } catch {
    console.error(
      say`Les options sont : ${Object.keys(OPTIONS)
        .map((name) => `--${name}`)
        .join(', ')} ; un nom d’article ou de page, ou un chemin, ne garde que ce qui le concerne.`,
    );
    process.exit(2);
  }
}

const asked = readOptions();
const root = process.cwd();
const project = () => readProject(root, { external: asked.external, now: new Date() });

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
  const written = asked.fix ? await writeFixes(chosen) : 0;
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
  const { names, since } = asked;
  const changed = since === undefined ? null : changedFiles(root, since);
  if (since !== undefined && changed === null) refuse(say`Git ne connaît pas « ${since} », ou n’est pas là.`);
  if (names.length === 0) return changed;
  const found = chooseFiles(root, project().documents, names);
  if ('paths' in found) return [...found.paths, ...(changed ?? [])];
  const meant = found.meant === null ? '' : say` Vouliez-vous dire « ${found.meant} » ?`;
  return refuse(say`Aucun article, aucune page ne s’appelle « ${found.unknown} ».` + meant);
}

function refuse(words: string): never {
  console.error(words);
  process.exit(2);
}

const names = rules.map(({ name }) => name);
const unknown = asked.regle.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(say`Aucune règle ne s’appelle « ${unknown.join(', ')} ». Les règles : ${enumerate(names)}.`);
  process.exitCode = 2;
} else if (asked.regles) {
  writeFileSync(join(root, 'content/REGLES.md'), formatRulesPage(rules));
} else {
  const chosen = rules
    .filter(({ name }) => asked.regle.length === 0 || asked.regle.includes(name))
    .filter(({ severity }) => !asked.erreurs || severity === 'erreur');
  process.exitCode = await check(chosen, askedPaths());
}
