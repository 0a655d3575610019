import { spawn, spawnSync } from 'node:child_process';

/** Runs a program to its end. Throws with its words when it fails. */
export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (words: Buffer) => (said += words.toString()));
    child.once('error', reject);
    child.once('close', (status) => (status === 0 ? resolve() : reject(new Error(said.trim()))));
  });
}

/** The same at once; gives what the program wrote. */
export function runSync(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr.trim());
  return stdout;
}
