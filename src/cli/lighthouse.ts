import { once } from 'node:events';
import { createServer } from 'node:net';
import { serve } from '@hono/node-server';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright';
import { staticSite } from '#server/static-site.ts';
import { findBrowser } from './browser.ts';

/** `--untimed` tells the performance without judging it: in a test, a busy machine must not decide. */
const untimed = process.argv.includes('--untimed');
/** Least scores, in hundredths (Lighthouse, mobile). */
const FLOORS = { performance: untimed ? 0 : 99, accessibility: 100, 'best-practices': 100, seo: 100 };
/** Most that the page may move while it loads. */
const MOST_SHIFT = 0;
const MOST_RUNS = 5;
const PAGE =
  process.argv.slice(2).find((word) => word.startsWith('/')) ??
  '/articles/geants-tech-empreinte-carbone-ia-generative/';

interface Run {
  scores: Record<string, number>;
  shift: number;
  /** Weighted audits that are not met. */
  unmet: string[];
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

async function audit(url: string, port: number): Promise<Run> {
  const result = await lighthouse(url, { port, logLevel: 'error' });
  if (!result) throw new Error('Lighthouse gave no result');
  const { categories, audits } = result.lhr;
  return {
    scores: Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
    ),
    shift: audits['cumulative-layout-shift']?.numericValue ?? 1,
    unmet: Object.entries(categories).flatMap(([name, { auditRefs }]) =>
      auditRefs
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
        .map(({ id }) => `${name}: ${id} ${audits[id]?.displayValue ?? ''}`),
    ),
  };
}

const browser = findBrowser();
if (!browser) throw new Error('No Chromium: run npm test, which installs one.');
const [sitePort, debugPort] = [await freePort(), await freePort()];
const site = serve({ fetch: staticSite(process.env['SITE_FOLDER'] ?? 'dist').fetch, port: sitePort });
const chrome = await chromium.launch({
  executablePath: browser.path,
  args: [`--remote-debugging-port=${debugPort}`, '--no-sandbox'],
});

const best: Record<string, number> = {};
let shift = Number.POSITIVE_INFINITY;
let unmet: string[] = [];
const isMet = () =>
  shift <= MOST_SHIFT && Object.entries(FLOORS).every(([name, floor]) => (best[name] ?? 0) >= floor);
try {
  // A busy machine only lowers a score: the best run is the nearest to what the page is worth.
  for (let run = 0; run < MOST_RUNS && !isMet(); run += 1) {
    const result = await audit(`http://localhost:${sitePort}${PAGE}`, debugPort);
    for (const [name, score] of Object.entries(result.scores)) best[name] = Math.max(best[name] ?? 0, score);
    shift = Math.min(shift, result.shift);
    unmet = result.unmet;
  }
} finally {
  await chrome.close();
  site.close();
}

for (const [name, floor] of Object.entries(FLOORS)) {
  const judged = floor > 0 ? `at least ${floor}` : 'told, not judged';
  console.log(`${(best[name] ?? 0) >= floor ? '✓' : '✗'} ${name}: ${best[name]} (${judged})`);
}
console.log(`${shift <= MOST_SHIFT ? '✓' : '✗'} layout shift: ${shift.toFixed(4)} (at most ${MOST_SHIFT})`);
if (!isMet()) {
  for (const audit of unmet) console.log(`  below 90: ${audit}`);
  process.exitCode = 1;
}
