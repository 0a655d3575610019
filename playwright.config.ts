import { defineConfig } from '@playwright/test';
import { findBrowser } from '#cli/browser.ts';

const PORT = Number(process.env['TEST_PORT'] ?? 4323);
const executablePath = findBrowser()?.path;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // What hangs is stopped; what is slow, on a busy machine, is not.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // A worker would answer before what a test routes; tests/e2e/offline-reader.ts allows it.
    serviceWorkers: 'block',
    launchOptions: { args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: 'node src/server/main.ts',
    env: { PORT: String(PORT) },
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
