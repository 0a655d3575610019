import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { digestOf } from '#storage/digest.ts';

export interface Checkout {
  /** The project at that commit, with its dependencies. */
  root: string;
  remove(): void;
}

const LOCK = 'package-lock.json';

/**
 * Checks a commit out in a Git worktree.
 *
 * @param folder the worktree; it must not exist
 * @throws with npm's output when the dependencies of the commit cannot be installed
 */
export async function checkOut(project: string, commit: string, folder: string): Promise<Checkout> {
  const git = (...args: string[]) => runSync('git', args, project);
  const prefix = git('rev-parse', '--show-prefix').trim();
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
    git('worktree', 'prune');
  };
  git('worktree', 'add', '--detach', '--force', folder, commit);
  try {
    const root = join(folder, prefix);
    const modules = await findModules(project, root);
    symlinkSync(modules, join(root, 'node_modules'));
    return { root, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** The project's own packages when the lock files are equal; otherwise those of the other lock, installed once. */
async function findModules(project: string, root: string): Promise<string> {
  const lock = readLock(root);
  if (lock === null || lock === readLock(project)) return resolve(project, 'node_modules');
  const store = join(project, '.cache', 'report-packages', digestOf(lock));
  const modules = join(store, 'node_modules');
  // npm writes this file last: without it, the installation was interrupted.
  if (existsSync(join(modules, '.package-lock.json'))) return modules;
  rmSync(store, { recursive: true, force: true });
  mkdirSync(store, { recursive: true });
  for (const file of ['package.json', LOCK]) cpSync(join(root, file), join(store, file));
  await run('npm', ['ci', '--no-audit', '--no-fund'], store);
  return modules;
}

function readLock(folder: string): string | null {
  const file = join(folder, LOCK);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Runs a program to its end; rejects with its output when it fails. */
export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (status) => (status === 0 ? resolve() : reject(new Error(output.trim()))));
  });
}

function runSync(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr.trim());
  return stdout;
}
