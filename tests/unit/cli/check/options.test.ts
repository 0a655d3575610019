import { describe, expect, it } from 'vitest';
import { OPTIONS } from '#cli/check/options.ts';
import { helpText, readOptions } from '#cli/lib/options.ts';

describe('the options of the check', () => {
  it.each([
    [['--corriger'], ['--fix'], { corriger: true }],
    [['--externes'], ['--external'], { externes: true }],
    [['--depuis=HEAD'], ['--since=HEAD'], { depuis: 'HEAD' }],
    [['--depuis', 'main'], ['--since', 'main'], { depuis: 'main' }],
  ])('%j may be written %j', (french, english, read) => {
    expect(readOptions(OPTIONS, french).options).toMatchObject(read);
    expect(readOptions(OPTIONS, english)).toEqual(readOptions(OPTIONS, french));
  });

  it('are listed by the help in French alone', () => {
    expect(helpText('', OPTIONS)).not.toMatch(/--(?:fix|external|since|help)\b/u);
  });
});
