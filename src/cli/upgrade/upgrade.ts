import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedError } from '#lib/expected-error.ts';
import { strings } from '#strings/site.ts';
import { checkOut, linkModules } from '#cli/report/checkout.ts';
import { engineFiles, newMigrations } from './changed-files.ts';
import { type Git, gitIn } from './git.ts';
import { ENGINE_LINE, MIGRATIONS_LINE, nameOf } from './versions.ts';

const text = strings.upgrade;
const FOLDER = '.cache/upgrade';
const PATCH = 'difference.patch';

/** The result of an upgrade. */
export interface Upgraded {
  changed: number;
  kept: string[];
  migrations: string[];
}

/**
 * Installs another version of the engine. Applies the difference between two versions to a copy of the magazine, adapts
 * its content there, and checks it. Only then does the branch move to the commits of the copy: one for the engine, and
 * one for the migrations, if any. Returning to an older version reverts the second one first.
 *
 * @throws ExpectedError when the version cannot be installed; nothing has then changed
 */
export async function upgrade(root: string, installed: string, target: string): Promise<Upgraded> {
  const git = gitIn(root);
  rmSync(join(root, FOLDER), { recursive: true, force: true });
  git('worktree', 'prune');
  const copy = await checkOut(root, 'HEAD', join(root, FOLDER));
  try {
    const inCopy = gitIn(copy.root);
    takeBack(inCopy, newMigrations(git, target, installed));
    const own = inCopy('write-tree').output;
    const { changed, kept } = engineFiles(git, { own, installed, target });
    // Without a path, Git would compare everything.
    if (changed.length > 0)
      apply(inCopy, ['--binary', installed, target, '--', ...changed.map(literal)], [], (files) =>
        text.conflicts(files, installed.slice(0, 'e33048b'.length)),
      );
    commit(inCopy, text.commit(nameOf(git, target)), `${ENGINE_LINE}${target}`);
    await installModules(root, copy.root);
    const migrations = newMigrations(git, installed, target);
    migrate(inCopy, copy.root, migrations);
    if (!passesChecks(copy.root)) throw new ExpectedError(text.refused);
    git('update-ref', `refs/engine/${target}`, target);
    const moved = git('merge', '--quiet', '--ff-only', inCopy('rev-parse', 'HEAD').output);
    if (!moved.ok) throw new ExpectedError(text.notApplied(moved.error));
    return { changed: changed.length, kept, migrations };
  } finally {
    copy.remove();
  }
}

/** Returns a Git pathspec that matches this path only, whatever its characters. */
const literal = (path: string) => `:(literal)${path}`;

/** Applies a difference to the files and the index of a copy, and merges it with the changes of the magazine. */
function apply(
  inCopy: Git,
  difference: readonly string[],
  options: readonly string[],
  conflictMessage: (files: string[]) => string,
): void {
  const patch = inCopy('rev-parse', '--path-format=absolute', '--git-path', PATCH).output;
  const made = inCopy('diff', '--full-index', '--no-renames', `--output=${patch}`, ...difference);
  if (!made.ok) throw new ExpectedError(text.notApplied(made.error));
  const applied = inCopy('apply', '--3way', '--index', '--allow-empty', ...options, patch);
  if (applied.ok) return;
  const conflicts = inCopy('diff', '--name-only', '--diff-filter=U').output.split('\n').filter(Boolean);
  throw new ExpectedError(conflicts.length > 0 ? conflictMessage(conflicts) : text.notApplied(applied.error));
}

async function installModules(root: string, copy: string): Promise<void> {
  try {
    await linkModules(root, copy);
  } catch (error) {
    throw new ExpectedError(text.noNpm, { cause: error });
  }
}

/** Runs the migrations of the new version, and commits the content that they change. */
function migrate(inCopy: Git, copy: string, names: readonly string[]): void {
  if (names.length === 0) return;
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/migrate.ts', ...names], {
    cwd: copy,
    encoding: 'utf8',
  });
  if (status !== 0) throw new ExpectedError(text.notMigrated(stderr));
  // node_modules is excluded here, because it is a link: the rule of .gitignore matches only a folder.
  inCopy('add', '--all', '--', '.', ':(exclude)node_modules');
  commit(inCopy, text.migrationCommit, `${MIGRATIONS_LINE}${names.join(' ')}`);
}

/** Reverts the commits of the migrations that an older version lacks. */
function takeBack(inCopy: Git, names: readonly string[]): void {
  const remaining = new Set(names);
  const { output } = inCopy('log', '--format=%H%n%B%x00', `--grep=^${MIGRATIONS_LINE}`);
  for (const record of output.split('\0')) {
    if (remaining.size === 0) return;
    const ran = new RegExp(`^${MIGRATIONS_LINE}(.+)$`, 'mu').exec(record)?.[1]?.split(' ') ?? [];
    if (!ran.some((name) => remaining.has(name))) continue;
    for (const name of ran) remaining.delete(name);
    const [migration = ''] = record.trim().split('\n', 1);
    apply(inCopy, ['--binary', `${migration}^`, migration], ['--reverse'], text.changedSince);
  }
}

function passesChecks(copy: string): boolean {
  const { status } = spawnSync('npm', ['run', '--silent', 'check', '--', '--erreurs'], {
    cwd: copy,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0;
}

function commit(inCopy: Git, subject: string, line: string): void {
  const message = `${subject}\n\n${line}`;
  const committed = inCopy('commit', '--quiet', '--no-verify', '--allow-empty', '-m', message);
  if (!committed.ok) throw new ExpectedError(text.notApplied(committed.error));
}
