import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkOut } from '#cli/report/checkout.ts';

let project = '';
beforeEach(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'checkout-')));
  mkdirSync(join(project, 'node_modules'));
  mkdirSync(join(project, 'bin'));
  write('.gitignore', 'node_modules\nbin\n.cache\n');
  write('package.json', '{}');
  write('package-lock.json', '{"lockfileVersion":3}');
  git('init', '-q');
  commit();
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(project, { recursive: true });
});

function write(file: string, text: string): void {
  writeFileSync(join(project, file), text);
}

function git(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: project, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout.trim();
}

function commit(): string {
  git('add', '-A');
  git(
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.org',
    'commit',
    '-qm',
    'State',
    '--no-gpg-sign',
    '--allow-empty',
  );
  return git('rev-parse', 'HEAD');
}

/** Creates a fake npm that counts its installations and exits with this code. */
function pretendNpm(end: 0 | 1): void {
  const npm = join(project, 'bin/npm');
  writeFileSync(
    npm,
    `#!/bin/sh\necho "$@" >> "${project}/bin/asked"\n[ ${end} = 1 ] && { echo "no such version" >&2; exit 1; }\nmkdir node_modules && echo '{}' > node_modules/.package-lock.json\n`,
  );
  chmodSync(npm, 0o755);
  vi.stubEnv('PATH', `${join(project, 'bin')}${delimiter}${process.env['PATH']}`);
}
const timesAsked = () => readFileSync(join(project, 'bin/asked'), 'utf8').trim().split('\n').length;

describe('a commit that is checked out', () => {
  it('takes the packages of the project when its lock is the same, and leaves nothing behind', async () => {
    const folder = join(project, '.cache/tree');
    const { root, remove } = await checkOut(project, git('rev-parse', 'HEAD'), folder);
    expect(readlinkSync(join(root, 'node_modules'))).toBe(join(project, 'node_modules'));
    remove();
    expect(existsSync(folder)).toBe(false);
    expect(git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  it('has its own packages installed, once, when its lock is another', async () => {
    pretendNpm(0);
    const older = git('rev-parse', 'HEAD');
    write('package-lock.json', '{"lockfileVersion":3,"packages":{}}');
    commit();
    for (const name of ['first', 'second']) {
      const { root, remove } = await checkOut(project, older, join(project, '.cache', name));
      const modules = readlinkSync(join(root, 'node_modules'));
      expect(modules).toContain('.cache/report-packages/');
      expect(existsSync(join(modules, '.package-lock.json'))).toBe(true);
      remove();
    }
    expect(timesAsked()).toBe(1);
  });

  it('is removed, in npm’s words, when they cannot be installed', async () => {
    pretendNpm(1);
    const older = git('rev-parse', 'HEAD');
    write('package-lock.json', '{}');
    const folder = join(project, '.cache/tree');
    await expect(checkOut(project, older, folder)).rejects.toThrow('no such version');
    expect(existsSync(folder)).toBe(false);
    expect(git('worktree', 'list').split('\n')).toHaveLength(1);
  });
});
