import { defineConfig } from '@playwright/test';
import { findBrowser } from '#cli/browser.ts';
import { findFreePort } from '#cli/free-port.ts';

// Those who run the tests read this file too: what the first reading found is handed on to them.
const PORT = (process.env['TEST_PORT'] ??= String(await findFreePort()));
const executablePath = findBrowser()?.path;
/** `1/2` runs the first half: a job of the workflow each. */
const [current, total] = (process.env['BROWSER_SHARD'] ?? '').split('/').map(Number);

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // What hangs is stopped; what is slow, on a busy machine, is not.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  ...(current && total ? { shard: { current, total } } : {}),
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    trace: 'retain-on-failure',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // A worker would answer before what a test routes; tests/browser/offline-reader.ts allows it.
    serviceWorkers: 'block',
    launchOptions: { args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: 'node src/cli/start.ts',
    env: { PORT },
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
