import { defineConfig } from '@playwright/test';
import { findBrowser } from '#cli/browser.ts';
import { findFreePort } from '#cli/lib/free-port.ts';

// Playwright's workers read this file too: they inherit the port that the first reading chose.
const PORT = (process.env['TEST_PORT'] ??= String(await findFreePort()));
const executablePath = findBrowser()?.path;
/** `1/2` runs the first half of the tests: CI runs each part as a job. */
const [current, total] = (process.env['BROWSER_SHARD'] ?? '').split('/').map(Number);

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // These only stop tests that hang, however slow the machine is.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  ...(current && total ? { shard: { current, total } } : {}),
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    // A trace of every test costs a fifth of the run. To see a failure again: `npx playwright test --trace on <file>`.
    screenshot: 'only-on-failure',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // A service worker would answer requests before a test's routes do; tests/browser/offline-reader.ts allows it.
    serviceWorkers: 'block',
    launchOptions: { args: ['--no-sandbox', '--disable-gpu'], ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: 'node tests/browser/start-site.ts',
    env: { PORT },
    url: `http://localhost:${PORT}/`,
    timeout: 600_000,
    reuseExistingServer: false,
  },
});
