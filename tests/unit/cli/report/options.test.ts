import { describe, expect, it } from 'vitest';
import { helpText, readOptions } from '#cli/report/options.ts';
import { Refused } from '#cli/report/sides.ts';

describe('the options of the report', () => {
  it('picture eighteen pages, as many as asked for, or all', () => {
    expect(readOptions(['--base', 'main'])).toMatchObject({ base: 'main', pictured: 18 });
    expect(readOptions(['--images', '40']).pictured).toBe(40);
    expect(readOptions(['--images', '40', '--toutes']).pictured).toBe(Infinity);
  });

  it.each([['--images', 'beaucoup'], ['--images=-1'], ['--images', '2.5'], ['--bse', 'main'], ['--base']])(
    'are refused when they say nothing: %s %s',
    (...args) => {
      expect(() => readOptions(args)).toThrow(Refused);
      expect(() => readOptions(args)).toThrow('--aide');
    },
  );

  it('may be written in English, for scripts', () => {
    expect(readOptions(['--head', 'a', '--output=b', '--help'])).toMatchObject({
      proposition: 'a',
      dossier: 'b',
      aide: true,
    });
  });

  it('are all told by --aide', () => {
    for (const name of ['base', 'proposition', 'dossier', 'images', 'toutes', 'aide'])
      expect(helpText()).toContain(`--${name} `);
  });
});
