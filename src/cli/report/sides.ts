import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { strings } from '#strings/site.ts';

/** One side of a comparison: what is built already, what a Git reference holds, or the project as it stands. */
export type Side =
  | { kind: 'folder'; folder: string; label: string }
  | { kind: 'reference'; commit: string; label: string }
  | { kind: 'project'; label: string };

/** What an editor can do something about. */
export class Refused extends Error {}

const say = strings.report;

/**
 * Tells what a name stands for.
 *
 * @param name a folder or a Git reference; `undefined` for the project as it stands
 * @throws Refused when it stands for nothing
 */
export function readSide(name: string | undefined, project: string): Side {
  if (name === undefined) return { kind: 'project', label: say.workingCopy };
  const folder = resolve(project, name);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    if (!existsSync(join(folder, 'index.html'))) throw new Refused(say.noSite(name));
    return { kind: 'folder', folder, label: basename(folder) };
  }
  const { status, stdout } = spawnSync(
    'git',
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`],
    { cwd: project, encoding: 'utf8' },
  );
  if (status !== 0) throw new Refused(say.noReference(name));
  return { kind: 'reference', commit: stdout.trim(), label: name };
}
