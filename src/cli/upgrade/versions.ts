import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedError } from '#lib/expected-error.ts';
import { strings } from '#strings/site.ts';
import type { Git } from './git.ts';

/** The start of the line of a commit message that gives the engine's commit. */
export const ENGINE_LINE = 'Moteur: ';
/** The start of the line of a commit message that lists the migrations. */
export const MIGRATIONS_LINE = 'Migrations: ';

/**
 * Fetches a version of the engine into this repository, and returns its commit.
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
 * Returns the engine's commit from which the magazine was made: the one in the message of the last upgrade's commit, or
 * else the last commit that the magazine shares with the engine's history.
 *
 * @param given the commit that the options give instead, if any
 * @throws ExpectedError when none of them is found
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

/** The name of a version: its tag, or else its abbreviated commit. */
export function nameOf(git: Git, commit: string): string {
  const { ok, output } = git('describe', '--tags', '--exact-match', commit);
  return ok ? output : commit.slice(0, 'e33048b'.length);
}
