/** Runs a limited number of tasks at once, queues a limited number of others, and refuses the rest. */
export interface ConcurrencyLimiter {
  /** @returns `null` when the queue is full */
  run<Result>(task: () => Promise<Result>): Promise<Result | null>;
}

export function createConcurrencyLimiter(maxRunning: number, maxQueued: number): ConcurrencyLimiter {
  const queue: (() => void)[] = [];
  let running = 0;
  return {
    async run(task) {
      if (running >= maxRunning) {
        if (queue.length >= maxQueued) return null;
        // A finished task gives its slot to the next task of the queue, so that no newer task can take it.
        await new Promise<void>((start) => queue.push(start));
      } else {
        running += 1;
      }
      try {
        return await task();
      } finally {
        const next = queue.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
