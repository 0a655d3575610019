import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeset, typesetRun } from '#lib/typography/typeset.ts';
import { tricky } from './tricky-texts.ts';
import { readVectors, shown } from './vectors.ts';

const vectors: { input: string; output: string; why: string }[] = JSON.parse(
  readFileSync(new URL('../../../fixtures/typography-vectors.json', import.meta.url), 'utf8'),
);

describe('typeset', () => {
  it.each(vectors)('$why: $input', ({ input, output }) => {
    expect(typeset(input)).toBe(output);
    expect(typeset(output)).toBe(output);
  });

  it.each([
    ['20°C', '20\u00A0°C'],
    ['Il a dit (etc.) : "oui"', 'Il a dit (etc.)\u00A0: «\u00A0oui\u00A0»'],
    ['un écran de 15"', 'un écran de 15"'],
    ['loi n°2024-449', 'loi n°\u00A02024-449'],
    ['vers 2 - 1 = 1', 'vers 2 - 1 = 1'],
    ['1 juillet et 11 juillet', '1er\u00A0juillet et 11\u00A0juillet'],
    ['a != b', 'a != b'],
    ['fin ... et suite', 'fin… et suite'],
    // The result of one rule is matched by another.
    ['XXIieme siècle', 'XXIe\u00A0siècle'],
    ['1ier juin', '1er\u00A0juin'],
    ['et . . .', 'et…'],
  ])('%s', (input, output) => {
    expect(typeset(input)).toBe(output);
  });

  it.each(readVectors('typography.txt'))('$family: $input', ({ input, output }) => {
    expect(shown(typeset(input))).toBe(shown(output));
    expect(shown(typeset(output))).toBe(shown(output));
  });

  it('gives the same text when set twice, whatever the text', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        const once = typeset(text);
        expect(typeset(once)).toBe(once);
      }),
      { numRuns: 20_000 },
    );
  });

  it('changes only spaces and signs where there is neither ordinal nor formula', () => {
    const words = fc.string({ unit: fc.constantFrom(...'abcdéèmotsn ;:!?«»"“”\'’.…,()-–'), maxLength: 60 });
    const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');
    fc.assert(
      fc.property(words, (text) => {
        expect(letters(typeset(text))).toBe(letters(text));
      }),
    );
  });

  it('leaves a URL as it is, wherever it stands', () => {
    fc.assert(
      fc.property(
        tricky,
        // Punctuation at the end of an address belongs to the sentence.
        fc
          .webUrl({ withQueryParameters: true, withFragments: true })
          .filter((url) => !/[.,;:!?)']$/u.test(url)),
        tricky,
        (before, url, after) => {
          const safe = `${before.replaceAll(/[`{<]/gu, '')} ${url} ${after}`;
          expect(typeset(safe)).toContain(url);
        },
      ),
    );
  });

  it('leaves code as it is, wherever it stands', () => {
    const code = fc.string().map((text) => `\`${text.replaceAll('`', '')}\``);
    fc.assert(
      fc.property(code, (stretch) => {
        expect(typeset(`Tapez ${stretch} puis`)).toBe(`Tapez ${stretch} puis`);
      }),
    );
  });
});

describe('typesetRun', () => {
  it('sees across an emphasis', () => {
    expect(typesetRun(['Le mot ', 'Pourquoi', '? Parce que'])).toEqual([
      'Le mot ',
      'Pourquoi',
      '\u202F? Parce que',
    ]);
  });

  it.each([
    [
      ['20 ', '%'],
      ['20\u00A0', '%'],
    ],
    [
      ['20', ' %'],
      ['20', '\u00A0%'],
    ],
    [
      ['10', ' 000'],
      ['10', '\u202F000'],
    ],
    [
      ['M. ', 'Dupont'],
      ['M.\u00A0', 'Dupont'],
    ],
    [
      ['n° ', '12'],
      ['n°\u00A0', '12'],
    ],
    [
      ['1', 'er', ' juin'],
      ['1', 'er', '\u00A0juin'],
    ],
    [
      ['XXI', 'ème', ' siècle'],
      ['XXI', 'e', '\u00A0siècle'],
    ],
    [
      ["l'", 'eau'],
      ['l’', 'eau'],
    ],
    [
      ['«', 'mot', '»'],
      ['«\u00A0', 'mot', '\u00A0»'],
    ],
    [
      ['"', 'mot', '"!'],
      ['«\u00A0', 'mot', '\u00A0»\u202F!'],
    ],
  ])('sets %j as %j', (stretches, set) => {
    expect(typesetRun(stretches)).toEqual(set);
  });

  it('sets a paragraph alike, wherever it is cut into stretches', () => {
    fc.assert(
      fc.property(fc.array(tricky, { minLength: 1, maxLength: 4 }), (stretches) => {
        // Protected parts never extend over two stretches.
        fc.pre(!stretches.some((stretch) => /[`{<&@:]|www/u.test(stretch)));
        expect(shown(typesetRun(stretches).join(''))).toBe(shown(typesetRun([stretches.join('')]).join('')));
      }),
      { numRuns: 5000 },
    );
  });

  it('reads an entity as the words it says, for they are a reader’s', () => {
    expect(typesetRun(['Écrivez &nbsp; ici'])).toEqual(['Écrivez &nbsp; ici']);
  });

  it('pairs quotation marks across stretches', () => {
    expect(typesetRun(['« Il a dit “', 'non', '” hier »'])).toEqual([
      '«\u00A0Il a dit “',
      'non',
      '” hier\u00A0»',
    ]);
  });

  it('keeps what is not prose out of the way', () => {
    expect(typesetRun(['Tapez ', null, ' !'])).toEqual(['Tapez ', null, '\u202F!']);
  });
});
