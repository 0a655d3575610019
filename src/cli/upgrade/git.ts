import { spawnSync } from 'node:child_process';

/** The result of a Git command: its standard output, and the error when it failed. */
export interface GitAnswer {
  ok: boolean;
  output: string;
  error: string;
}

/** A function that runs Git in a folder. */
export type Git = (...args: readonly string[]) => GitAnswer;

/** Returns a function that runs Git in a folder, without prompts and with messages in English. */
export const gitIn =
  (folder: string): Git =>
  (...args) => {
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: Infinity,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    });
    return { ok: status === 0, output: stdout.trimEnd(), error: stderr.trim() };
  };

/** Returns the digest of each file of a commit, by path. */
export function filesAt(git: Git, commit: string): ReadonlyMap<string, string> {
  const entries = git('ls-tree', '-r', '-z', commit).output.split('\0').filter(Boolean);
  return new Map(
    entries.map((entry) => {
      const [description = '', path = ''] = entry.split('\t');
      return [path, description];
    }),
  );
}

/** Returns the text of a file in a commit; empty when the file does not exist. */
export const textAt = (git: Git, commit: string, path: string): string =>
  git('show', `${commit}:${path}`).output;
