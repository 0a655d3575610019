import { describe, expect, it } from 'vitest';
import { helpText, readOptions } from '#cli/check/options.ts';

describe('the options of the check', () => {
  it.each([
    [['--corriger'], ['--fix'], { corriger: true }],
    [['--externes'], ['--external'], { externes: true }],
    [['--depuis=HEAD'], ['--since=HEAD'], { depuis: 'HEAD' }],
    [['--depuis', 'main'], ['--since', 'main'], { depuis: 'main' }],
    [['--aide'], ['--help'], { aide: true }],
  ])('%j may be written %j', (french, english, read) => {
    expect(readOptions(french)).toMatchObject(read);
    expect(readOptions(english)).toEqual(readOptions(french));
  });

  it.each([['--oups'], ['--fixer'], ['--depuis'], ['--corriger=oui']])('%s is refused', (option) => {
    expect(readOptions([option])).toBeNull();
  });

  it('are all told by --aide, in French alone', () => {
    for (const name of Object.keys(readOptions(['--depuis=HEAD']) ?? {}).filter((name) => name !== 'names'))
      expect(helpText()).toContain(`--${name} `);
    expect(helpText()).not.toMatch(/--(?:fix|external|since|help)\b/u);
  });
});
