import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { digestOf } from '#storage/digest.ts';

export interface Checkout {
  /** The project at that commit, with its dependencies. */
  root: string;
  remove(): void;
}

const LOCK = 'package-lock.json';
/** Files that an installation of packages reads, and the script that runs at its end. */
const INSTALLED_FROM = ['package.json', LOCK, '.npmrc', 'src/cli/trim-install.mjs'];

/**
 * Checks a commit out in a Git worktree.
 *
 * @param folder the worktree; it must not exist
 * @throws with npm's output when the dependencies of the commit cannot be installed
 */
export async function checkOut(project: string, commit: string, folder: string): Promise<Checkout> {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: project, encoding: 'utf8', stdio: 'pipe' });
  const prefix = git('rev-parse', '--show-prefix').trim();
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
    git('worktree', 'prune');
  };
  git('worktree', 'add', '--detach', '--force', folder, commit);
  try {
    const root = join(folder, prefix);
    await linkModules(project, root);
    return { root, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * Links a checkout to the packages of its lock file.
 *
 * @throws with npm's output when they cannot be installed
 */
export async function linkModules(project: string, root: string): Promise<void> {
  const modules = await findModules(project, root);
  rmSync(join(root, 'node_modules'), { force: true });
  symlinkSync(modules, join(root, 'node_modules'));
}

/**
 * Returns the project's own packages when the lock files are equal; otherwise installs those of the other lock file
 * once.
 */
async function findModules(project: string, root: string): Promise<string> {
  const lock = readLock(root);
  if (lock === null || lock === readLock(project)) return resolve(project, 'node_modules');
  const store = join(project, '.cache', 'report-packages', digestOf(lock));
  const modules = join(store, 'node_modules');
  // npm writes this file last: without it, the installation was interrupted.
  if (existsSync(join(modules, '.package-lock.json'))) return modules;
  rmSync(store, { recursive: true, force: true });
  mkdirSync(store, { recursive: true });
  for (const file of INSTALLED_FROM)
    if (existsSync(join(root, file))) cpSync(join(root, file), join(store, file));
  await run('npm', ['ci', '--no-audit', '--no-fund'], store);
  return modules;
}

function readLock(folder: string): string | null {
  const file = join(folder, LOCK);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Runs a program to its end; rejects with its output when it fails. */
export async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  try {
    await promisify(execFile)(command, args, { cwd, env, maxBuffer: Infinity });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${stdout}${stderr}`.trim() || String(error), { cause: error });
  }
}
