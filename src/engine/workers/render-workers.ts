import { Worker } from 'node:worker_threads';
import type { RenderAnswer, RenderTask, ThreadSetup } from './render-worker.ts';

export type PageTask = Omit<RenderTask, 'id'>;

/** Threads that render pages with the bundle that a build has made. */
export interface RenderThreads {
  /** Whether one has room for a page. */
  hasRoom(): boolean;
  /** Gives the page to the one that has least to do; tells whether it is written, or the build must do it itself. */
  render(page: PageTask): Promise<boolean>;
  close(): Promise<void>;
}

/** Pages that wait for one thread: enough for it never to wait. */
const QUEUE = 6;

/**
 * Opens threads, each with a copy of what the magazine holds.
 *
 * @param megabytes the most that each may keep: without a limit one grows as if it had the machine to itself
 */
export function openRenderThreads(count: number, megabytes: number, setup: ThreadSetup): RenderThreads {
  const threads = Array.from({ length: count }, () => openThread(setup, megabytes));
  return {
    hasRoom: () => threads.some((thread) => thread.waits() < QUEUE),
    render: (page) =>
      threads.reduce((least, thread) => (thread.waits() < least.waits() ? thread : least)).render(page),
    close: async () => {
      await Promise.all(threads.map(({ close }) => close()));
    },
  };
}

function openThread(setup: ThreadSetup, megabytes: number) {
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
  });
  const waiting = new Map<number, (isWritten: boolean) => void>();
  let last = 0;
  let gone = false;
  // A build that fails is not held by threads that have nothing to do.
  worker.unref();
  worker.on('message', ({ id, isWritten }: RenderAnswer) => {
    waiting.get(id)?.(isWritten);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  });
  // Out of memory, mostly: the build goes on without it.
  worker.on('error', () => {
    gone = true;
    for (const answer of waiting.values()) answer(false);
    waiting.clear();
  });
  return {
    waits: () => (gone ? Infinity : waiting.size),
    close: () => worker.terminate(),
    render: (page: PageTask) =>
      new Promise<boolean>((resolve) => {
        const id = (last += 1);
        waiting.set(id, resolve);
        worker.ref();
        worker.postMessage({ id, ...page } satisfies RenderTask);
      }),
  };
}
