import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Lets one process at a time work in a folder. The place is held by a socket that listens: however a process ends, the
 * system shuts it, so that nobody waits for one that was killed.
 *
 * @param folder the folder, by its whole path
 * @param onWait called once when another process is at work there
 * @returns what gives the place back
 */
export async function takeTurn(folder: string, onWait: () => void): Promise<() => void> {
  // The path of a socket may not be longer than a hundred bytes or so.
  const socket = join(tmpdir(), `${createHash('sha256').update(folder).digest('hex').slice(0, 24)}.turn`);
  let told = false;
  const tell = () => {
    if (!told) onWait();
    told = true;
  };
  for (;;) {
    const giveBack = await listen(socket);
    if (giveBack) return giveBack;
    // Nobody listens: whoever did was killed.
    if (!(await waitForEnd(socket, tell))) rmSync(socket, { force: true });
  }
}

function listen(socket: string): Promise<(() => void) | null> {
  return new Promise((done, fail) => {
    const waiting = new Set<Socket>();
    const server = createServer((visitor) => {
      waiting.add(visitor.on('error', () => {}).once('close', () => waiting.delete(visitor)));
    });
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(null) : fail(error),
    );
    server.listen(socket, () => {
      server.unref();
      done(() => {
        server.close();
        for (const visitor of waiting) visitor.destroy();
      });
    });
  });
}

/** Waits as long as the socket's owner lives. @returns whether it had one */
function waitForEnd(socket: string, onMet: () => void): Promise<boolean> {
  return new Promise((done) => {
    let met = false;
    const visit = createConnection(socket, () => {
      met = true;
      onMet();
    });
    visit.on('error', () => {});
    visit.once('close', () => done(met));
  });
}
