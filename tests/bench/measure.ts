import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command took. */
export interface Cost {
  /** Seconds on the wall, and of the processors. */
  wall: number;
  processor: number;
  /** Of the largest process, in megabytes. */
  memory: number;
}

/** What a built site holds. */
export interface Output {
  pages: number;
  megabytes: number;
}

/** GNU time, which alone tells the memory that a command took at most (Debian: `time`). */
const TIME = '/usr/bin/time';

/** Runs a command and measures it; throws with its words when it fails. */
export function measure(
  command: string,
  parameters: readonly string[],
  options: { cwd: string; env?: Record<string, string> },
): { cost: Cost; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  // What the build before left to the disk to write is not this one’s to wait for.
  spawnSync('sync');
  const notes = join(folder, 'time');
  const { status, stdout, stderr, error } = spawnSync(
    TIME,
    ['-f', '%e %U %S %M', '-o', notes, command, ...parameters],
    { ...options, env: { ...process.env, ...options.env }, encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')}\n${stdout}\n${stderr}`);
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = readFileSync(notes, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  rmSync(folder, { recursive: true });
  return { cost: { wall, processor: user + system, memory: kilobytes / 1024 }, said: `${stdout}\n${stderr}` };
}

/** Counts the pages of a built site, and what all its files weigh. */
export function weighOutput(folder: string): Output {
  let pages = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    if (entry.name.endsWith('.html')) pages += 1;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return { pages, megabytes: bytes / 1e6 };
}
