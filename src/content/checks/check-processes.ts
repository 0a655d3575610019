import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { CheckAnswer, CheckTask } from './check-process.ts';

/** Processes that check files beside this one, each its part, and leave no memory behind. */
export interface CheckProcesses {
  /**
   * Has them check many names, and starts them where they have not been.
   *
   * @returns what each found, in the order of the names; `null` when they are too few for that to pay
   */
  check<Kind extends CheckTask['kind']>(
    task: Omit<Extract<CheckTask, { kind: Kind }>, 'names'> & { kind: Kind },
    names: readonly string[],
  ): Promise<CheckAnswer<Kind>[] | null>;
  close(): void;
}

/** Fewer files are checked before processes have started. */
const MANY = 500;

/** Processes that are not started yet: as many as the machine has processors, when there is much to check. */
export function checkProcesses(): CheckProcesses {
  let started: ChildProcess[] = [];
  return {
    async check(task, names) {
      if (names.length < MANY) return null;
      if (started.length === 0) started = Array.from({ length: availableParallelism() }, start);
      const size = Math.ceil(names.length / started.length);
      const parts = started.map((child, index) =>
        ask(child, { ...task, names: names.slice(index * size, (index + 1) * size) } as CheckTask),
      );
      return (await Promise.all(parts)).flat() as CheckAnswer<typeof task.kind>[];
    },
    close() {
      for (const child of started) if (child.connected) child.disconnect();
      started = [];
    },
  };
}

function start(): ChildProcess {
  return fork(fileURLToPath(new URL('./check-process.ts', import.meta.url)), { serialization: 'advanced' });
}

function ask(child: ChildProcess, task: CheckTask): Promise<unknown[]> {
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
