import { spawn } from 'node:child_process';
import pMap from 'p-map';
import { findBrowser, installBrowser } from './browser.ts';
import { installPostgres } from './postgres.ts';
import { installTools } from './tools.ts';
import { installWebServers } from './web-servers.ts';

interface Step {
  name: string;
  command: string;
  tier: string;
  env?: Readonly<Record<string, string>>;
  /** The step whose output this step reads. If that step fails, this one is skipped. */
  needs?: string;
}

/** Environment for the site under a base path, whose verdicts are omitted from the summary of a run. */
const UNDER_BASE = {
  BASE_PATH: '/magazine/',
  SITE_FOLDER: '.cache/site-under-base',
  GITHUB_STEP_SUMMARY: '',
};

/**
 * All checks of the project, in starting order: first the steps that others need, then the longest. `npm run
 * test:quick` runs the tiers `static` and `units`; each job of the workflows runs one tier.
 */
const STEPS: readonly Step[] = [
  { tier: 'build', name: 'build', command: 'node src/cli/build.ts' },
  // It has its own cache, because the build writes into the usual one at the same time.
  {
    tier: 'static',
    name: 'types',
    command: 'npm run --silent types',
    env: { CACHE_FOLDER: '.cache/types' },
  },
  { tier: 'static', name: 'lint', command: 'npm run --silent lint' },
  {
    tier: 'static',
    name: 'format',
    command: 'prettier --check . --cache --cache-location .cache/prettier --log-level warn',
  },
  { tier: 'static', name: 'content', command: 'node src/cli/gates.ts content' },
  { tier: 'units', name: 'unit tests', command: 'vitest run --project unit' },
  { tier: 'units', name: 'tests of components', command: 'npm run --silent test:components' },
  { tier: 'static', name: 'this magazine', command: 'vitest run --project magazine' },
  { tier: 'site', name: 'tests of the site', command: 'vitest run --project build', needs: 'build' },
  {
    tier: 'site',
    name: 'gates on files',
    command: 'node src/cli/gates.ts html links weight',
    needs: 'build',
  },
  // Copies reuse the pictures that the build drew.
  { tier: 'copies', name: 'tests of copies', command: 'vitest run --project copies', needs: 'build' },
  { tier: 'browser', name: 'browser tests', command: 'playwright test', needs: 'build' },
  {
    tier: 'site',
    name: 'build under a base path',
    command: `node src/cli/build.ts --outDir ${UNDER_BASE.SITE_FOLDER}`,
    env: UNDER_BASE,
    needs: 'build',
  },
  { tier: 'slow', name: 'slow unit tests', command: 'vitest run --project slow' },
  {
    tier: 'site',
    name: 'gates under a base path',
    command: 'node src/cli/gates.ts html links',
    env: UNDER_BASE,
    needs: 'build under a base path',
  },
  { tier: 'faults', name: 'faults', command: 'vitest run --project faults' },
  {
    tier: 'site',
    name: 'gates in a browser',
    command: 'node src/cli/gates.ts origins policy accessibility transfer lighthouse --untimed',
    needs: 'build',
  },
  { tier: 'faults', name: 'headers of real servers', command: 'vitest run --project hosting' },
];

/** Number of steps that run at the same time. */
const LANES = 2;
/**
 * Number of lines of a failed step that are printed again at the end, because a truncated log preserves only its end.
 */
const LINES_REPEATED = 60;

const chosen = process.argv.slice(2);
const tiers = new Set(STEPS.map(({ tier }) => tier));
const unknown = chosen.filter((tier) => !tiers.has(tier));
if (unknown.length > 0) {
  console.error(`No tier « ${unknown.join(' », « ')} ». The tiers: ${[...tiers].join(', ')}.`);
  process.exit(2);
}
const steps = STEPS.filter(({ tier }) => chosen.length === 0 || chosen.includes(tier));
installTools();
if (steps.some(({ tier }) => ['units', 'faults'].includes(tier))) installPostgres();
const env: NodeJS.ProcessEnv = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
if (steps.some(({ tier }) => !['static', 'units'].includes(tier))) {
  const browser = findBrowser() ?? installBrowser();
  console.log(`Chromium from ${browser.origin}: ${browser.path}`);
  env['CHROMIUM_PATH'] = browser.path;
  installWebServers();
}

const results = new Map<string, Promise<boolean>>();
const lastLines = new Map<string, string>();
await pMap(
  steps,
  (step) => {
    const result = start(step);
    results.set(step.name, result);
    return result;
  },
  { concurrency: LANES },
);

async function start(step: Step): Promise<boolean> {
  const ready = step.needs === undefined || (await results.get(step.needs)) !== false;
  if (ready) return run(step);
  console.log(`\n── ✗ ${step.name}: not run, because « ${step.needs} » failed`);
  return false;
}

/** Runs a step, and prints its whole output when it ends, so that the lines of parallel steps do not mix. */
function run(step: Step): Promise<boolean> {
  console.log(`… ${step.name}`);
  const started = performance.now();
  const child = spawn(step.command, {
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, ...step.env },
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.once('close', (status) => {
      const seconds = Math.round((performance.now() - started) / 1000);
      const title = `${status === 0 ? '✓' : '✗'} ${step.name}, ${seconds} s`;
      console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 60 - title.length))}`);
      const output = Buffer.concat(chunks).toString();
      process.stdout.write(output);
      if (status !== 0)
        lastLines.set(step.name, output.trimEnd().split('\n').slice(-LINES_REPEATED).join('\n'));
      resolve(status === 0);
    });
  });
}

const failed: string[] = [];
for (const [name, passed] of results) if (!(await passed)) failed.push(name);
for (const [name, lines] of lastLines) console.log(`\n── ✗ ${name}, its last lines\n${lines}`);
const summary = `${steps.length - failed.length} passed, ${failed.length} failed`;
const names = failed.length > 0 ? `: ${failed.join(', ')}` : '';
console.log(`\n${summary}${names}, in ${(performance.now() / 60_000).toFixed(1)} minutes`);
process.exitCode = failed.length > 0 ? 1 : 0;
