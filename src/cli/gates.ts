import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { enumerate } from '#lib/french.ts';
import { listPages, readBase, representatives } from '#cli/built-site/pages.ts';
import type { Gate, SiteUnderGate, Verdict } from '#cli/gates/gate.ts';
import { gates } from '#cli/gates/gate-list.ts';
import { readQuality } from '#cli/gates/quality.ts';
import { summarise, tellVerdict } from '#cli/gates/tell.ts';
import { type Visit, visitPages } from '#cli/gates/visit.ts';
import { fr } from '#lib/typography/fr.ts';

/**
 * `npm run gates [-- names]`: the built site against the budgets of quality.json, by every gate or by
 * those named.
 *
 * `--site <folder>` judges another site than dist/; `--untimed` tells speed without judging it. Where
 * GITHUB_STEP_SUMMARY names a file, the verdicts are added to it.
 *
 * Exit code: 0 when every gate lets the site pass, 1 when one refuses it, 2 when what is asked for does not exist.
 */
function readRequest() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        site: { type: 'string', default: process.env['SITE_FOLDER'] ?? 'dist' },
        untimed: { type: 'boolean', default: false },
      },
    });
    const names: readonly string[] = gates.map(({ name }) => name);
    const unknown = positionals.filter((name) => !names.includes(name));
    if (unknown.length > 0)
      return refuse(
        fr`Aucun contrôle ne s’appelle « ${unknown.join(', ')} ». Les contrôles : ${enumerate(names)}.`,
      );
    const chosen = gates.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
    const root = chosen.some(({ reads }) => reads === 'site') ? values.site : null;
    if (root !== null && !existsSync(join(root, 'index.html')))
      return refuse(fr`Le dossier « ${root} » ne contient pas de site. Lancez d’abord : npm run build`);
    return { chosen, root, untimed: values.untimed };
  } catch {
    return refuse(fr`Les options sont : --site=<dossier>, --untimed.`);
  }
}

function refuse(words: string): never {
  console.error(words);
  process.exit(2);
}

/** A site, seen in a browser when the first gate asks for it. */
function siteUnderGate(): SiteUnderGate {
  const pages = root === null ? [] : listPages(root);
  const [folder, base] = root === null ? ['', '/'] : [root, readBase(root)];
  let visits: Promise<Visit[]> | undefined;
  return {
    project: process.cwd(),
    root: folder,
    base,
    pages,
    visits: () => (visits ??= visitPages(folder, base, representatives(pages, budgets.lighthouse.pages))),
  };
}

const { chosen, root, untimed } = readRequest();
const budgets = readQuality(process.cwd());
const verdicts: (readonly [Gate, Verdict])[] = [];
const site = siteUnderGate();
for (const gate of chosen) {
  const verdict = await gate.judge(site, budgets, { untimed });
  console.log(tellVerdict(gate, verdict));
  verdicts.push([gate, verdict]);
}
const summary = process.env['GITHUB_STEP_SUMMARY'];
if (summary) appendFileSync(summary, summarise(verdicts));
process.exitCode = verdicts.every(([, { passed }]) => passed) ? 0 : 1;
