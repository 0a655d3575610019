import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { enumerate } from '#lib/french.ts';
import { fr } from '#lib/typography/fr.ts';
import { leadingArticle, listPages, readAddress, representatives } from '#cli/built-site/pages.ts';
import { formatSummary, formatVerdict } from '#cli/gates/format-verdict.ts';
import type { Gate, SiteUnderGate, Verdict } from '#cli/gates/gate.ts';
import { gates } from '#cli/gates/gate-list.ts';
import { readQuality } from '#cli/gates/quality.ts';
import { type Visit, visitPages } from '#cli/gates/visit.ts';
import { runCommand, UsageError } from '#cli/lib/options.ts';

/**
 * `npm run gates [-- names]`: checks the built site against the budgets of quality.json, by all quality gates or those
 * named. The verdicts are also added to the file that GITHUB_STEP_SUMMARY names.
 *
 * Exit code: 0 when every gate passes, 1 when one fails, 2 for a wrong option, gate or folder.
 */
const OPTIONS = {
  site: {
    type: 'string',
    default: process.env['SITE_FOLDER'] ?? 'dist',
    about: 'le dossier du site construit (par défaut : dist)',
  },
  'sans-chrono': {
    type: 'boolean',
    default: false,
    english: 'untimed',
    about: 'indiquer la vitesse sans la juger',
  },
} as const;

await runCommand({ usage: 'npm run gates -- [contrôle]…', options: OPTIONS }, async ({ options, names }) => {
  const chosen = chooseGates(names);
  const root = chosen.some(({ reads }) => reads === 'site') ? options.site : null;
  if (root !== null && !existsSync(join(root, 'index.html')))
    throw new UsageError(fr`Le dossier « ${root} » ne contient pas de site. Lancez d’abord : npm run build`);
  const budgets = readQuality(process.cwd());
  const site = openSite(root);
  const verdicts: (readonly [Gate, Verdict])[] = [];
  for (const gate of chosen) {
    const verdict = await gate.judge(site, budgets, { untimed: options['sans-chrono'] });
    console.log(formatVerdict(gate, verdict));
    verdicts.push([gate, verdict]);
  }
  const summary = process.env['GITHUB_STEP_SUMMARY'];
  if (summary) appendFileSync(summary, formatSummary(verdicts));
  return verdicts.every(([, { passed }]) => passed) ? 0 : 1;
});

function chooseGates(chosen: readonly string[]): readonly Gate[] {
  const known: readonly string[] = gates.map(({ name }) => name);
  const unknown = chosen.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new UsageError(
      fr`Aucun contrôle ne s’appelle « ${unknown.join(', ')} ». Les contrôles : ${enumerate(known)}.`,
    );
  return chosen.length === 0 ? gates : gates.filter(({ name }) => chosen.includes(name));
}

/**
 * Reads the built site that the gates check.
 *
 * @param root `null` when only sources are checked
 */
function openSite(root: string | null): SiteUnderGate {
  const folder = root ?? '';
  const pages = root === null ? [] : listPages(root);
  const { base, origin } = root === null ? { base: '/', origin: '' } : readAddress(root);
  let visits: Promise<Visit[]> | undefined;
  return {
    project: process.cwd(),
    root: folder,
    base,
    origin,
    pages,
    visits: () =>
      (visits ??= visitPages(folder, base, representatives(pages, leadingArticle(folder, pages)))),
  };
}
