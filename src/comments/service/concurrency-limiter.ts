/** Lets so many works run at once, so many wait, and sends the rest away. */
export interface Gate {
  /** @returns `null` when there is no room, even to wait */
  run<Result>(work: () => Promise<Result>): Promise<Result | null>;
}

export function createGate(atOnce: number, waiting: number): Gate {
  const queue: (() => void)[] = [];
  let running = 0;
  return {
    async run(work) {
      if (running >= atOnce) {
        if (queue.length >= waiting) return null;
        // Who ends gives its place over, so that nobody slips in between.
        await new Promise<void>((enter) => queue.push(enter));
      } else {
        running += 1;
      }
      try {
        return await work();
      } finally {
        const next = queue.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
