import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright';
import { ExpectedError } from '#lib/expected-error.ts';
import { fr } from '#lib/typography/fr.ts';

export interface FoundBrowser {
  path: string;
  /** Where the browser was found, for messages. */
  origin: string;
}

const VARIABLE = 'CHROMIUM_PATH';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const KNOWN_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Finds Chromium by the variable CHROMIUM_PATH, among the system's programs, or in Playwright's folder. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): FoundBrowser | null {
  const configured = environment[VARIABLE];
  if (configured) {
    if (!isExecutable(configured)) throw new Error(`${VARIABLE} is not a program: ${configured}`);
    return { path: configured, origin: `the variable ${VARIABLE}` };
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...KNOWN_PATHS,
  ];
  const system = candidates.find(isExecutable);
  if (system) return { path: system, origin: 'the system' };
  const own = chromium.executablePath();
  return isExecutable(own) ? { path: own, origin: 'Playwright' } : null;
}

/**
 * Starts Chromium.
 *
 * @throws ExpectedError when none is found
 */
export function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser()?.path;
  if (executablePath) return chromium.launch({ executablePath, args: ['--no-sandbox', ...args] });
  throw new ExpectedError(
    fr`Aucun navigateur Chromium : lancez « npm run browser », qui en installe un, ou indiquez son chemin dans CHROMIUM_PATH`,
  );
}

/** Installs Chromium with Playwright, or else with apt as root. Throws when both fail. */
export function installBrowser(): FoundBrowser {
  console.log('No Chromium found: installing one (playwright install chromium).');
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  if (!findBrowser()) aptInstall(['chromium']);
  const found = findBrowser();
  if (!found)
    throw new Error(`No Chromium, and none could be installed. Install it, or set ${VARIABLE} to its path.`);
  return found;
}

/** Installs packages by apt, if the user is root. */
export function aptInstall(packages: readonly string[]): void {
  if (process.getuid?.() !== 0) return;
  console.log(`Installing by apt: ${packages.join(', ')}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-q'],
    ['install', '-yq', '--no-install-recommends', ...packages],
  ])
    spawnSync('apt-get', args, { stdio: 'inherit', env });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !findBrowser()) installBrowser();
