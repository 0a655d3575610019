import { describe, expect, it } from 'vitest';
import { helpText, readOptions, UsageError } from '#cli/lib/options.ts';

const OPTIONS = {
  base: { type: 'string', about: 'la référence' },
  proposition: { type: 'string', about: 'la proposition', english: 'head' },
  regle: { type: 'string', multiple: true, default: [] as string[], about: 'une règle' },
  toutes: { type: 'boolean', default: false, about: 'tout montrer', english: 'all' },
} as const;

describe('the options of a command', () => {
  it('are read by their French names, with the other arguments apart', () => {
    const { options, names } = readOptions(OPTIONS, [
      '--base',
      'main',
      'un',
      '--regle=a',
      '--regle',
      'b',
      'deux',
    ]);
    expect(options).toEqual({ base: 'main', regle: ['a', 'b'], toutes: false });
    expect(names).toEqual(['un', 'deux']);
  });

  it('have English aliases', () => {
    expect(readOptions(OPTIONS, ['--head', 'a', '--all']).options).toMatchObject({
      proposition: 'a',
      toutes: true,
    });
    expect(readOptions(OPTIONS, ['--head=a=b']).options.proposition).toBe('a=b');
  });

  it.each([
    [['--bse', 'main'], /: --bse\..*--base/u],
    [['--base'], /: --base\. Pour/u],
    [['--toutes=oui'], /: --toutes\. Pour/u],
    [['-z'], /: -z\./u],
  ])('that are wrong are named, with the nearest one and the help: %j', (args, message) => {
    expect(() => readOptions(OPTIONS, args)).toThrow(UsageError);
    expect(() => readOptions(OPTIONS, args)).toThrow(message);
    expect(() => readOptions(OPTIONS, args)).toThrow('--aide');
  });

  it('are listed by the help', () => {
    const help = helpText('npm run report', OPTIONS);
    for (const name of [...Object.keys(OPTIONS), 'aide']) expect(help).toContain(`--${name} `);
  });
});
