/** Runs at most so many tasks at once, queues some, and turns the others away. */
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
        // A finished task hands its slot to the next in the queue, so that no newcomer takes it.
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
