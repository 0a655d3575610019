import { Worker } from 'node:worker_threads';
import type { ContentProblem } from '#model/problems.ts';
import type { SeenFiles } from '#content/files/seen-files.ts';

/** What a thread found that checked the content. */
export interface AheadCheck {
  problems: ContentProblem[];
  /** Those of drafts and articles to come, which are left out. */
  waiting: ContentProblem[];
  /** The files that it looked at, as it saw them. */
  files: SeenFiles;
}

/** A path and a stamp are apart by what no path holds. */
export const BETWEEN = '\0';

let ahead: { root: string; check: Promise<AheadCheck> } | null = null;

/**
 * Has a thread check the content while Astro is loaded, which takes as long: a build asks for what it found.
 *
 * @param root the project's folder
 */
export function beginCheck(root: string): void {
  const check = new Promise<AheadCheck>((resolve, reject) => {
    const thread = new Worker(new URL('./check-thread.ts', import.meta.url), { workerData: root });
    thread.once('error', reject);
    thread.once('message', ({ files, ...found }: Omit<AheadCheck, 'files'> & { files: string }) =>
      resolve({ ...found, files: split(files) }),
    );
  });
  // Whoever asks hears of it, and nobody before.
  check.catch(() => undefined);
  ahead = { root, check };
}

/** What the check found that was begun ahead, for the first build that asks; `null` when there is none. */
export function takeCheck(root: string): Promise<AheadCheck> | null {
  const taken = ahead?.root === root ? ahead.check : null;
  if (taken) ahead = null;
  return taken;
}

function split(files: string): SeenFiles {
  const parts = files === '' ? [] : files.split(BETWEEN);
  const seen = new Map<string, string>();
  for (let index = 0; index < parts.length; index += 2) seen.set(parts[index] ?? '', parts[index + 1] ?? '');
  return seen;
}
