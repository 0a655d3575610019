import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { shareHelpers, type Helpers } from '#content/helper-threads.ts';
import type { CompiledBody } from '#markdown/compile-body.ts';

/** What a thread is asked, and what it says. */
export interface Task {
  id: number;
  work: { page: ArrayBuffer } | { source: string; file: string; components: readonly string[] };
}

export interface Answer {
  id: number;
  value?: ArrayBuffer | CompiledBody | undefined;
  problem?: string;
}

interface Waiting {
  resolve(value: Answer['value']): void;
  reject(error: Error): void;
}

/** More would only take memory: rendering itself, on one thread, cannot feed them. */
const MOST_THREADS = 4;
/** A page at a time needs little; without a limit a thread grows as if it had the machine to itself. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

/**
 * Compiles texts and finishes pages on other threads while Astro, which knows only one, renders. What they
 * do has no state: a page is the same whoever made it.
 */
export function helperThreads(): AstroIntegration {
  let close = async () => {};
  return {
    name: 'helper-threads',
    hooks: {
      'astro:build:start': () => {
        const pool = openPool(Math.min(availableParallelism(), MOST_THREADS));
        shareHelpers(pool.helpers);
        close = pool.close;
      },
      'astro:build:generated': async () => {
        shareHelpers(undefined);
        await close();
      },
    },
  };
}

function openPool(size: number): { helpers: Helpers; close(): Promise<void> } {
  const threads = Array.from({ length: size }, openThread);
  const leastBusy = () =>
    threads.reduce((least, thread) => (thread.count() < least.count() ? thread : least));
  return {
    helpers: {
      compile: async (source, file, components) =>
        (await leastBusy().ask({ source, file, components })) as CompiledBody,
      finish: async (page) => (await leastBusy().ask({ page })) as ArrayBuffer,
    },
    close: async () => {
      await Promise.all(threads.map(({ end }) => end()));
    },
  };
}

function openThread() {
  const worker = new Worker(new URL('./helper-thread.ts', import.meta.url), { resourceLimits: LIMITS });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  // A build that fails is not held by threads that have nothing to do.
  worker.unref();
  worker.on('message', ({ id, value, problem }: Answer) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    if (problem === undefined) asked?.resolve(value);
    else asked?.reject(new Error(problem));
  });
  worker.on('error', (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  return {
    count: () => waiting.size,
    end: () => worker.terminate(),
    ask: (work: Task['work']) =>
      new Promise<Answer['value']>((resolve, reject) => {
        const id = (last += 1);
        waiting.set(id, { resolve, reject });
        worker.ref();
        worker.postMessage({ id, work } satisfies Task, 'page' in work ? [work.page] : []);
      }),
  };
}
