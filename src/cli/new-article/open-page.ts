import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

/** In milliseconds: a development server needs time to notice a new file and render its page. */
const TIMEOUT = 8000;
const RETRY_DELAY = 300;
const NOT_FOUND = 404;

/** Whether a local server serves a page; retries while it answers 404. */
export async function isServed(address: string): Promise<boolean> {
  const limit = AbortSignal.timeout(TIMEOUT);
  try {
    for (;;) {
      const { status } = await fetch(address, { headers: { Accept: 'text/html' }, signal: limit });
      if (status !== NOT_FOUND) return true;
      await setTimeout(RETRY_DELAY, null, { signal: limit });
    }
  } catch {
    return false;
  }
}

/** Opens an address in the default browser, if there is one, without waiting. */
export function openPage(address: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? [];
  if (!command) return;
  const opener = spawn(command, [...args, address], { detached: true, stdio: 'ignore' });
  opener.on('error', () => {});
  opener.unref();
}
