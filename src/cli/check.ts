import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { enumerate } from '#lib/french.ts';
import { applyFixes } from './apply-fixes.ts';
import { readProject } from './project.ts';
import { formatJson, formatReport } from './findings-report.ts';
import type { Rule } from './rule.ts';
import { rules } from './rule-list.ts';
import { formatRulesPage } from './rules-page.ts';
import { countBySeverity, runRules } from './run-rules.ts';
import { say } from './say.ts';

const OPTIONS = {
  erreurs: { type: 'boolean', default: false },
  external: { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  notes: { type: 'boolean', default: false },
  regle: { type: 'string', multiple: true, default: [] as string[] },
  regles: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
} as const;

/**
 * `npm run check`: what editors wrote, by every rule.
 *
 * `--erreurs` keeps the rules that forbid publishing, and says nothing when they are content;
 * `--external` asks other sites too; `--fix` writes the safe corrections; `--json` is for programs (see
 * findings-report.ts); `--notes` reads the notes one by one; `--regle=<name>` keeps that rule; `--regles` writes
 * content/REGLES.md; `--strict` makes warnings count.
 *
 * Exit code: 0 when there is no error, 1 when there is one (a warning, with `--strict`), 2 when the option
 * or the rule asked for does not exist.
 */
function readOptions() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch {
    console.error(
      say`Les options sont : ${Object.keys(OPTIONS)
        .map((name) => `--${name}`)
        .join(', ')}.`,
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

async function check(chosen: readonly Rule[]): Promise<number> {
  const written = asked.fix ? await writeFixes(chosen) : 0;
  const findings = await runRules(project(), chosen);
  if (asked.erreurs && findings.problems.length === 0) return 0;
  if (asked.json) process.stdout.write(formatJson(findings));
  else process.stdout.write(formatReport(findings, { eachNote: asked.notes, written }));
  const { erreur, avertissement } = countBySeverity(findings.problems);
  return erreur > 0 || (asked.strict && avertissement > 0) ? 1 : 0;
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
  process.exitCode = await check(chosen);
}
