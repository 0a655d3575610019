import { Worker } from 'node:worker_threads';
import type { RenderResult, RenderTask, WorkerSetup } from './render-worker.ts';

/** Worker threads that render pages with the bundle of a build. */
export interface WorkerPool {
  /** Whether a worker can take another page. */
  hasRoom(): boolean;
  /** Renders a page on the least busy worker. @returns `null` when the main thread must render it */
  render(page: Omit<RenderTask, 'id'>): Promise<RenderResult['page']>;
  close(): Promise<void>;
}

/** The maximum number of pages in the queue of a worker: enough to keep it busy. */
const QUEUE = 6;

/**
 * @param megabytes the memory limit of each worker, which would otherwise use memory as if it were alone on the machine
 */
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
  // An idle worker must not keep the process running after a failed build.
  worker.unref();
  worker.on('message', ({ id, page }: RenderResult) => {
    pending.get(id)?.(page);
    pending.delete(id);
    if (pending.size === 0) worker.unref();
  });
  // The usual error is a lack of memory. The main thread then renders the pages of this worker.
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
