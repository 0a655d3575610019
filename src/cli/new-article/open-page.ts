import { spawn } from 'node:child_process';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

/** In milliseconds: a server on this machine answers sooner, even when it is busy building a page. */
const PATIENCE = 3000;

/** Whether a server answers at an address. */
export async function isServed(address: string): Promise<boolean> {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE) });
    return true;
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
