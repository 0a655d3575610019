import { Worker } from 'node:worker_threads';
import type { RenderResult, RenderTask, WorkerSetup } from './render-worker.ts';

/** Threads that render pages with the bundle of a build. */
export interface WorkerPool {
  /** Whether one can take another page. */
  hasRoom(): boolean;
  /** Has the least busy one render a page. @returns `null` when the build must do it itself */
  render(page: Omit<RenderTask, 'id'>): Promise<RenderResult['page']>;
  close(): Promise<void>;
}

/** Pages given to one worker at a time: enough for it never to wait. */
const QUEUE = 6;

/** @param megabytes the most that each may use: without a limit it grows as if it had the machine to itself */
export function openWorkers(count: number, megabytes: number, setup: WorkerSetup): WorkerPool {
  const workers = Array.from({ length: count }, () => openWorker(setup, megabytes));
  return {
    hasRoom: () => workers.some((worker) => worker.pending() < QUEUE),
    render: (page) =>
      workers.reduce((least, worker) => (worker.pending() < least.pending() ? worker : least)).render(page),
    close: async () => {
      await Promise.all(workers.map(({ close }) => close()));
    },
  };
}

function openWorker(workerData: WorkerSetup, megabytes: number) {
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
  });
  const pending = new Map<number, (page: RenderResult['page']) => void>();
  let lastId = 0;
  let isDead = false;
  // A build that fails does not wait for idle workers.
  worker.unref();
  worker.on('message', ({ id, page }: RenderResult) => {
    pending.get(id)?.(page);
    pending.delete(id);
    if (pending.size === 0) worker.unref();
  });
  // Out of memory, mostly: the build goes on without it.
  worker.on('error', () => {
    isDead = true;
    for (const resolve of pending.values()) resolve(null);
    pending.clear();
  });
  return {
    pending: () => (isDead ? Infinity : pending.size),
    close: () => worker.terminate(),
    render: (page: Omit<RenderTask, 'id'>) =>
      new Promise<RenderResult['page']>((resolve) => {
        lastId += 1;
        pending.set(lastId, resolve);
        worker.ref();
        worker.postMessage({ id: lastId, ...page } satisfies RenderTask);
      }),
  };
}
