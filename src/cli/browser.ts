import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

export interface FoundBrowser {
  path: string;
  /** Where it was found, for messages. */
  origin: string;
}

const VARIABLE = 'CHROMIUM_PATH';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const KNOWN_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Finds Chromium: by the variable CHROMIUM_PATH, in the system, or in Playwright. */
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

/** Installs Chromium with Playwright, or else with apt as root. Throws when both fail. */
export function installBrowser(): FoundBrowser {
  console.log('No Chromium found: installing one (playwright install chromium).');
  run('npx', ['playwright', 'install', 'chromium']);
  const own = findBrowser();
  if (own) return own;
  if (process.getuid?.() === 0) {
    console.log('Playwright could not install it: trying apt.');
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-yq', '--no-install-recommends', 'chromium']);
  }
  const found = findBrowser();
  if (!found)
    throw new Error(`No Chromium, and none could be installed. Install it, or set ${VARIABLE} to its path.`);
  return found;
}

function run(command: string, parameters: string[]): void {
  spawnSync(command, parameters, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
