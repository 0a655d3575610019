import lighthouse, { type Result } from 'lighthouse';
import { leadingArticle, representatives } from '#cli/built-site/pages.ts';
import { serveSite } from '#cli/built-site/serve.ts';
import { launchBrowser } from '#cli/browser.ts';
import { findFreePort } from '#cli/lib/free-port.ts';
import { fr } from '#lib/typography/fr.ts';
import type { Gate, GateFault } from './gate.ts';

/** The category whose score depends on the load of the machine. */
const TIMED = 'performance';

interface Run {
  /** From 0 to 100, by category. */
  scores: Readonly<Record<string, number>>;
  /** Failed audits that lower the score, by category. */
  failed: Readonly<Record<string, string[]>>;
}

export const gate: Gate = {
  name: 'lighthouse',
  title: 'Lighthouse (mobile)',
  reads: 'site',
  async judge({ root, base, pages }, { lighthouse: { templates, runs, floors } }, { untimed }) {
    const chosen = representatives(pages, leadingArticle(root, pages));
    const shown = chosen.filter(({ template }) => templates.includes(template)).map(({ address }) => address);
    // One run is enough when speed is not measured.
    const measured = await measure(root, base, shown, untimed ? 1 : runs);
    const faults: GateFault[] = [];
    const measures: string[] = [];
    for (const [address, results] of measured) {
      for (const [category, floor] of Object.entries(floors)) {
        const score = median(results.map(({ scores }) => scores[category] ?? 0));
        measures.push(`${category} ${score}`);
        if (score >= floor || (untimed && category === TIMED)) continue;
        faults.push({
          place: address,
          message: fr`${category} : ${score} sur 100 (minimum : ${floor})`,
          remedy: [...new Set(results.flatMap(({ failed }) => failed[category] ?? []))].join(' ; '),
        });
      }
    }
    const judged = untimed ? fr` (performance indiquée, non jugée)` : '';
    return { passed: faults.length === 0, measured: `${measures.join(', ')}${judged}`, faults };
  },
};

async function measure(
  root: string,
  base: string,
  addresses: readonly string[],
  runs: number,
): Promise<Map<string, Run[]>> {
  const debugPort = await findFreePort();
  const chrome = await launchBrowser([`--remote-debugging-port=${debugPort}`]);
  const site = await serveSite(root, base);
  try {
    const measured = new Map<string, Run[]>(addresses.map((address) => [address, []]));
    // Every page is measured once before any is measured again, so that a slow minute of the machine affects all of
    // them.
    for (let run = 0; run < runs; run += 1)
      for (const [address, results] of measured)
        results.push(await audit(`${site.home}${address.slice(1)}`, debugPort));
    return measured;
  } finally {
    await chrome.close();
    await site.close();
  }
}

/** Number of attempts: Lighthouse may fail to record a trace on a busy machine. */
const ATTEMPTS = 3;

async function audit(url: string, port: number): Promise<Run> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const result = await lighthouse(url, { port, logLevel: 'error' });
    if (result && result.lhr.categories['performance']?.score !== null) return readRun(result.lhr);
  }
  throw new Error(fr`Lighthouse n’a rien mesuré sur ${url}`);
}

function readRun({ categories, audits }: Result): Run {
  const entries = Object.entries(categories);
  return {
    scores: Object.fromEntries(entries.map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)])),
    failed: Object.fromEntries(
      entries.map(([name, { auditRefs }]) => [
        name,
        auditRefs
          .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
          .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim()),
      ]),
    ),
  };
}

/** The median of the runs, so that one slow run does not decide. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
