import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run, runSync } from './run.ts';

export interface Checkout {
  /** The project, as the commit has it, with what it depends on. */
  root: string;
  remove(): void;
}

const LOCK = 'package-lock.json';

/**
 * Checks a commit out beside the project, which stays as it is.
 *
 * @param folder where; it must not exist
 * @throws with npm's words when what the commit depends on cannot be installed
 */
export async function checkOut(project: string, commit: string, folder: string): Promise<Checkout> {
  const prefix = runSync('git', ['rev-parse', '--show-prefix'], project).trim();
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
    runSync('git', ['worktree', 'prune'], project);
  };
  runSync('git', ['worktree', 'add', '--detach', '--force', folder, commit], project);
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

/** The project's own packages where the lock is the same; else those of that lock, installed once. */
async function findModules(project: string, root: string): Promise<string> {
  const lock = readLock(root);
  if (lock === null || lock === readLock(project)) return resolve(project, 'node_modules');
  const name = createHash('sha256').update(lock).digest('hex').slice(0, 16);
  const store = join(project, '.cache', 'report-packages', name);
  const modules = join(store, 'node_modules');
  // npm writes this last: a folder without it is an installation that was stopped.
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
