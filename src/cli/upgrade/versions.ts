import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedError } from '#lib/expected-error.ts';
import { strings } from '#strings/site.ts';
import type { Git } from './git.ts';

/** The line of an upgrade's commit that names the engine's commit. */
export const ENGINE_LINE = 'Moteur: ';
/** The line that names the migrations it ran. */
export const MIGRATIONS_LINE = 'Migrations: ';

/**
 * Returns the commit of the engine to take, and brings it into this repository.
 *
 * @param from a folder with another clone of the engine, or a tag, a branch or a commit of this repository
 * @throws ExpectedError when there is no such version
 */
export function fetchVersion(git: Git, from: string): string {
  const isFolder = existsSync(join(from, 'package.json'));
  if (isFolder && !git('fetch', '--quiet', from, 'HEAD').ok)
    throw new ExpectedError(strings.upgrade.unknown(from));
  const commit = commitOf(git, isFolder ? 'FETCH_HEAD' : from);
  if (commit === null) throw new ExpectedError(strings.upgrade.unknown(from));
  return commit;
}

/**
 * Returns the commit of the engine that the magazine has: the one that the last upgrade wrote into its commit, or else
 * where the magazine left the engine's history.
 *
 * @param given what the options say instead
 * @throws ExpectedError when neither says it
 */
export function installedVersion(git: Git, target: string, given: string | undefined): string {
  const named = given ?? lastUpgrade(git) ?? git('merge-base', 'HEAD', target).output;
  const commit = named === '' ? null : commitOf(git, named);
  if (commit === null) throw new ExpectedError(strings.upgrade.noBase);
  return commit;
}

function lastUpgrade(git: Git): string | null {
  const { output } = git(
    'log',
    '-1',
    '--extended-regexp',
    `--grep=^${ENGINE_LINE}[0-9a-f]{40}$`,
    '--format=%B',
  );
  return new RegExp(`^${ENGINE_LINE}(\\w+)$`, 'mu').exec(output)?.[1] ?? null;
}

function commitOf(git: Git, name: string): string | null {
  const { ok, output } = git('rev-parse', '--verify', '--quiet', `${name}^{commit}`);
  return ok ? output : null;
}

/** How people call a version: its tag, or the number of package.json and the commit. */
export function nameOf(git: Git, commit: string): string {
  const { ok, output } = git('describe', '--tags', '--exact-match', commit);
  return ok ? output : commit.slice(0, 'e33048b'.length);
}
