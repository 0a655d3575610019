import { spawnSync } from 'node:child_process';
import { findBrowser, installBrowser } from './browser.ts';

const UNDER_BASE = 'BASE_PATH=/magazine/';

/** All the checks, in the order that tells a mistake soonest. */
const STEPS: readonly (readonly [name: string, command: string])[] = [
  ['format', 'prettier --check . --log-level warn'],
  ['lint', 'eslint .'],
  ['types', 'astro check'],
  ['content', 'node src/cli/check.ts'],
  ['unit tests', 'vitest run --project unit'],
  ['build', 'astro build'],
  ['tests of the built site', 'vitest run --project build'],
  ['build under a base path', `${UNDER_BASE} astro build --outDir .cache/site-under-base`],
  ['tests of that site', `${UNDER_BASE} SITE_FOLDER=.cache/site-under-base vitest run --project build`],
  ['tests of built copies', 'vitest run --project copies'],
  ['faults of the comment service', 'vitest run --project faults'],
  ['weight', 'node src/cli/weigh.ts'],
  ['browser tests', 'playwright test'],
  ['Lighthouse', 'node src/cli/lighthouse.ts --untimed'],
];

const browser = findBrowser() ?? installBrowser();
console.log(`Chromium from ${browser.origin}: ${browser.path}`);

const failed: string[] = [];
for (const [name, command] of STEPS) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);
  const { status } = spawnSync(command, {
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: browser.path, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) failed.push(name);
  // Nothing can be said of a site that was not built.
  if (status !== 0 && name === 'build') break;
}

console.log(
  `\n${STEPS.length - failed.length} passed, ${failed.length} failed${failed.length > 0 ? `: ${failed.join(', ')}` : ''}`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
