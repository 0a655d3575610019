import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlaces } from '#lib/typography-places.ts';
import { mayBeRaised, segmentText, typeset, typesetRun, typesetRuns } from '#lib/typography.ts';
import { tricky } from './tricky-texts.ts';

const vectors: { input: string; output: string; why: string }[] = JSON.parse(
  readFileSync(new URL('../../fixtures/typography-vectors.json', import.meta.url), 'utf8'),
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
    // What one rule makes is another’s place.
    ['XXIieme siècle', 'XXIe\u00A0siècle'],
    ['1ier juin', '1er\u00A0juin'],
    ['et . . .', 'et…'],
  ])('%s', (input, output) => {
    expect(typeset(input)).toBe(output);
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
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
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

describe('typesetRuns', () => {
  it('sets many paragraphs as each would be set alone', () => {
    const run = fc.array(fc.option(tricky, { freq: 6 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        expect(typesetRuns(runs, findPlaces)).toEqual(runs.map((stretches) => typesetRun(stretches)));
      }),
    );
  });

  it('lets no quotation, no code and no aside go from one paragraph to the next', () => {
    const texts = [
      'Il dit "un mot',
      'et un autre" ici',
      'du `code',
      'sans fin` !',
      'un - deux',
      'trois - quatre',
    ];
    expect(
      typesetRuns(
        texts.map((text) => [text]),
        findPlaces,
      ),
    ).toEqual(texts.map((text) => [typeset(text)]));
  });
});

describe('mayBeRaised', () => {
  it('is said of every text that has something raised or lowered', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        const isRaised = segmentText(typeset(text)).some(({ position }) => position !== 'plain');
        expect(isRaised && !mayBeRaised(text)).toBe(false);
      }),
    );
    for (const text of ['1er', 'la 1ère', '2e', 'le 3ième', 'XIXe', 'CO2', 'H₂O', '1&#101;r'])
      expect(mayBeRaised(text), text).toBe(true);
  });

  it('is not said of most sentences', () => {
    expect(mayBeRaised('En 2024, la Ville a compté 1 200 vélos et 30 % de bus.')).toBe(false);
  });
});

describe('segmentText', () => {
  const shown = (text: string) =>
    segmentText(text)
      .map(({ text: part, position }) => (position === 'plain' ? part : `[${position}:${part}]`))
      .join('');

  it.each([
    ['le 1er juin', 'le 1[raised:er] juin'],
    ['au XXIe siècle', 'au XXI[raised:e] siècle'],
    ['la 2e fois, la 1re', 'la 2[raised:e] fois, la 1[raised:re]'],
    ['15 Mt de CO₂e', '15 Mt de CO[lowered:2]e'],
    ['Le De Me', 'Le De Me'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});
