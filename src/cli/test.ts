import { spawn } from 'node:child_process';
import { findBrowser, installBrowser } from './browser.ts';
import { installWebServers } from './web-servers.ts';

interface Step {
  name: string;
  command: string;
  env?: Readonly<Record<string, string>>;
  /** The step whose work this one needs: when it failed, nothing can be said here. */
  needs?: string;
}

/** Its verdicts are those of the site as it is published: no need to write them twice in the summary of a run. */
const UNDER_BASE = {
  BASE_PATH: '/magazine/',
  SITE_FOLDER: '.cache/site-under-base',
  GITHUB_STEP_SUMMARY: '',
};

/**
 * All the checks, in two lanes that run side by side, each in the order that tells a mistake soonest.
 * The first lane reads the sources, and builds altered copies of them; the second builds, and judges what was built.
 */
const LANES: readonly (readonly Step[])[] = [
  [
    { name: 'format', command: 'prettier --check . --log-level warn' },
    { name: 'lint', command: 'eslint .' },
    { name: 'content', command: 'node src/cli/gates.ts content' },
    // Its own cache: the build of the other lane writes in the usual one.
    { name: 'types', command: 'npm run --silent types', env: { CACHE_FOLDER: '.cache/types' } },
    { name: 'unit tests', command: 'vitest run --project unit' },
    // Copies are built with the pictures that the build has drawn.
    { name: 'tests of built copies', command: 'vitest run --project copies', needs: 'build' },
  ],
  [
    { name: 'build', command: 'node src/cli/build.ts' },
    { name: 'tests of the built site', command: 'vitest run --project build', needs: 'build' },
    { name: 'gates on files', command: 'node src/cli/gates.ts html links weight', needs: 'build' },
    {
      name: 'build under a base path',
      command: `node src/cli/build.ts --outDir ${UNDER_BASE.SITE_FOLDER}`,
      env: UNDER_BASE,
      needs: 'build',
    },
    {
      name: 'tests of that site',
      command: 'vitest run --project build && node src/cli/gates.ts html links',
      env: UNDER_BASE,
      needs: 'build under a base path',
    },
    { name: 'browser tests', command: 'playwright test', needs: 'build' },
  ],
];

/** What depends on no other step but the build: taken by the lane that is free, the longest first. */
const AT_THE_END: readonly Step[] = [
  { name: 'faults', command: 'vitest run --project faults' },
  {
    name: 'gates in a browser',
    command: 'node src/cli/gates.ts origins policy accessibility lighthouse --untimed',
    needs: 'build',
  },
  { name: 'headers of real servers', command: 'vitest run --project hosting' },
];

/** Of what a failed step said, what is said again at the end: the place that a cut log keeps. */
const LINES_SAID_AGAIN = 60;

const browser = findBrowser() ?? installBrowser();
installWebServers();
console.log(`Chromium from ${browser.origin}: ${browser.path}`);

const ends = new Map<string, PromiseWithResolvers<boolean>>(
  [...LANES.flat(), ...AT_THE_END].map(({ name }) => [name, Promise.withResolvers<boolean>()]),
);
const lastWords = new Map<string, string>();
const waiting = [...AT_THE_END];
await Promise.all(
  LANES.map(async (steps) => {
    const own = [...steps];
    for (let step = own.shift(); step !== undefined; step = own.shift() ?? waiting.shift()) {
      const ready = step.needs === undefined || (await ends.get(step.needs)?.promise);
      ends.get(step.name)?.resolve(ready ? await run(step) : skip(step));
    }
  }),
);

/** Says all that a step said at once, when it has ended: two lanes at a time would mix their lines. */
function run({ name, command, env }: Step): Promise<boolean> {
  console.log(`… ${name}`);
  const started = performance.now();
  const child = spawn(command, {
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CHROMIUM_PATH: browser.path, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words: Buffer) => said.push(words));
  return new Promise((resolve) => {
    child.once('close', (status) => {
      const seconds = Math.round((performance.now() - started) / 1000);
      const title = `${status === 0 ? '✓' : '✗'} ${name}, ${seconds} s`;
      console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 60 - title.length))}`);
      const all = Buffer.concat(said).toString();
      process.stdout.write(all);
      if (status !== 0) lastWords.set(name, all.trimEnd().split('\n').slice(-LINES_SAID_AGAIN).join('\n'));
      resolve(status === 0);
    });
  });
}

function skip({ name, needs }: Step): boolean {
  console.log(`\n── ✗ ${name}: not run, because « ${needs} » failed`);
  return false;
}

const results = await Promise.all(
  [...ends].map(async ([name, { promise }]) => ({ name, ok: await promise })),
);
const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
for (const [name, words] of lastWords) console.log(`\n── ✗ ${name}, its last words\n${words}`);
const minutes = (performance.now() / 60_000).toFixed(1);
console.log(
  `\n${results.length - failed.length} passed, ${failed.length} failed${failed.length > 0 ? `: ${failed.join(', ')}` : ''}, in ${minutes} minutes`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
