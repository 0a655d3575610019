import { expect, it, vi } from 'vitest';
import { lazy } from '#lib/lazy.ts';

it('computes once, for all who ask at once or later', async () => {
  const compute = vi.fn(() => Promise.resolve(['view']));
  const view = lazy(compute);
  const [first, second] = await Promise.all([view(), view()]);
  expect(first).toBe(second);
  expect(await view()).toBe(first);
  expect(compute).toHaveBeenCalledOnce();
});

it('tries again after a failure', async () => {
  const compute = vi.fn<() => Promise<string>>();
  compute.mockRejectedValueOnce(new Error('half a save')).mockResolvedValueOnce('view');
  const view = lazy(compute);
  await expect(view()).rejects.toThrow('half a save');
  expect(await view()).toBe('view');
});
