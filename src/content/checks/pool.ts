import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ArticleRecord } from '#content/files/article-records.ts';
import type { ContentProblem } from '#model/problems.ts';
import type { KnownNames } from './document.ts';

/** The result of checking one file. */
export interface FileSafety {
  problems: ContentProblem[];
  /** The stamp of a safe file; `null` when it has problems, or when its kind is not checked. */
  stamp: string | null;
}

/** The result of checking one article's folder. */
export interface FolderCheck {
  slug: string;
  problems: ContentProblem[];
  /** The parsed article; `null` when it is missing or has problems. */
  read: { stamp: string; record: ArticleRecord } | null;
}

/** A task for a worker process. `names` are paths in the content folder, or slugs of articles. */
export type CheckTask = { root: string; names: readonly string[] } & (
  { kind: 'safety' } | { kind: 'articles'; known: KnownNames }
);

type CheckAnswer<Kind extends CheckTask['kind']> = { safety: FileSafety; articles: FolderCheck }[Kind];

/** A pool of processes that check files in parallel. Closing it frees their memory. */
export interface CheckPool {
  /**
   * Divides these names between the processes, which start at the first call.
   *
   * @returns the result for each name, in the same order; `null` when there are too few names to be worth it
   */
  check<Kind extends CheckTask['kind']>(
    task: Omit<Extract<CheckTask, { kind: Kind }>, 'names'> & { kind: Kind },
    names: readonly string[],
  ): Promise<CheckAnswer<Kind>[] | null>;
  close(): void;
}

/** Below this number, starting processes takes longer than the check itself. */
const MIN_NAMES = 500;

/** Opens a pool with one process per processor. */
export function openCheckPool(): CheckPool {
  let processes: ChildProcess[] = [];
  return {
    async check(task, names) {
      if (names.length < MIN_NAMES) return null;
      if (processes.length === 0) processes = Array.from({ length: availableParallelism() }, start);
      const size = Math.ceil(names.length / processes.length);
      const parts = processes.map((child, index) =>
        run(child, { ...task, names: names.slice(index * size, (index + 1) * size) } as CheckTask),
      );
      return (await Promise.all(parts)).flat() as CheckAnswer<typeof task.kind>[];
    },
    close() {
      for (const child of processes) if (child.connected) child.disconnect();
      processes = [];
    },
  };
}

function start(): ChildProcess {
  return fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), { serialization: 'advanced' });
}

function run(child: ChildProcess, task: CheckTask): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const stopped = (code: number | null) =>
      reject(new Error(`The check of files stopped with ${String(code)}`));
    child.once('error', reject);
    child.once('exit', stopped);
    child.once('message', (answers) => {
      child.off('error', reject);
      child.off('exit', stopped);
      resolve(answers as unknown[]);
    });
    child.send(task);
  });
}
