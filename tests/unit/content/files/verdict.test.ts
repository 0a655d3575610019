import type { LoaderContext } from 'astro/loaders';
import { expect, it, vi } from 'vitest';
import { awaitVerdict, checked, leftOutArticles } from '#content/files/verdict.ts';

const context = {} as LoaderContext;

/** A loader that is to wait, and what it does. */
function loader() {
  const load = vi.fn(() => Promise.resolve());
  return { load, checked: checked({ name: 'any', load }) };
}

it('lets a loader read at once where nothing is checked', async () => {
  const { load, checked } = loader();
  await checked.load(context);
  expect(load).toHaveBeenCalledExactlyOnceWith(context);
});

it('holds a loader until all is found well', async () => {
  const { promise, resolve } = Promise.withResolvers<ReadonlySet<string>>();
  awaitVerdict(promise);
  const { load, checked } = loader();
  const loading = checked.load(context);
  await new Promise(setImmediate);
  expect(load).not.toHaveBeenCalled();
  resolve(new Set(['brouillon']));
  await loading;
  expect(load).toHaveBeenCalledOnce();
  expect(leftOutArticles()).toEqual(new Set(['brouillon']));
});

it('has a loader read nothing, and say what is wrong, where something is', async () => {
  const verdict = Promise.reject(new Error('La rubrique n’existe pas'));
  verdict.catch(() => undefined);
  awaitVerdict(verdict);
  const { load, checked } = loader();
  await expect(checked.load(context)).rejects.toThrow('La rubrique n’existe pas');
  expect(load).not.toHaveBeenCalled();
});
