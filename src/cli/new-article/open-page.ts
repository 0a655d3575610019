import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

/** In milliseconds: a development server takes a moment to see a new file, and another to draw its page. */
const PATIENCE = 8000;
const BETWEEN_TRIES = 300;
const NOT_YET = 404;

/** Whether a server on this machine shows a page; waits for it when it is only not there yet. */
export async function isServed(address: string): Promise<boolean> {
  const limit = AbortSignal.timeout(PATIENCE);
  try {
    for (;;) {
      const { status } = await fetch(address, { headers: { Accept: 'text/html' }, signal: limit });
      if (status !== NOT_YET) return true;
      await setTimeout(BETWEEN_TRIES, null, { signal: limit });
    }
  } catch {
    return false;
  }
}

/** Opens an address in the reader's browser, without waiting; where there is none, nothing happens. */
export function openPage(address: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? [];
  if (!command) return;
  const opener = spawn(command, [...args, address], { detached: true, stdio: 'ignore' });
  opener.on('error', () => {});
  opener.unref();
}
