import { expect, it } from 'vitest';
import { shortName, shortScopes } from '#integrations/short-scopes.ts';
import { addedPlugin } from './vite-plugin.ts';

const SCOPE = 'data-astro-cid-abcd1234';

it('is an attribute of four signs that begins as none of ours, the same each time', () => {
  expect(shortName('abcd1234')).toMatch(/^data-\d[a-z0-9]{3}$/u);
  expect(shortName('abcd1234')).toBe(shortName('abcd1234'));
  expect(shortName('abcd1235')).not.toBe(shortName('abcd1234'));
});

it('stands in the template and in the style of a component alike, and in nothing else', () => {
  const { apply, transform } = addedPlugin(shortScopes());
  const short = shortName('abcd1234');
  expect(apply).toBe('build');
  expect(transform(`<p ${SCOPE}>`, '/src/A.astro')?.code).toBe(`<p ${short}>`);
  expect(transform(`p[${SCOPE}]{}`, '/src/A.astro?astro&type=style&lang.css')?.code).toBe(`p[${short}]{}`);
  expect(transform(`'${SCOPE}'`, '/src/a.ts')).toBeUndefined();
});

it('is never that of two components', () => {
  const { transform } = addedPlugin(shortScopes());
  const same = Array.from({ length: 36 ** 4 }, (_, number) =>
    (number + 36 ** 5).toString(36).padStart(8, '0'),
  ).find((scope) => scope !== 'abcd1234' && shortName(scope) === shortName('abcd1234'));
  transform(`<p ${SCOPE}>`, '/src/A.astro');
  expect(() => transform(`<p data-astro-cid-${same}>`, '/src/B.astro')).toThrow(/rename the file of one/u);
});
