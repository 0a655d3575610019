import { describe, expect, it } from 'vitest';
import { createConcurrencyLimiter } from '#server/concurrency-limiter.ts';

describe('the concurrency limiter', () => {
  it('runs so many tasks, queues so many, and turns the others away', async () => {
    const limiter = createConcurrencyLimiter(2, 3);
    let running = 0;
    let most = 0;
    const task = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 5));
      running -= 1;
      return 'done';
    };
    const results = await Promise.all(Array.from({ length: 8 }, () => limiter.run(task)));
    expect(results.filter((result) => result === null)).toHaveLength(3);
    expect(most).toBe(2);
    await expect(limiter.run(() => Promise.reject(new Error('fault')))).rejects.toThrow('fault');
    expect(await Promise.all([limiter.run(task), limiter.run(task)])).toEqual(['done', 'done']);
  });
});
