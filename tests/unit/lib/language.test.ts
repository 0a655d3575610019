import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counted, elided, enumerate } from '#lib/french.ts';
import { nearest } from '#lib/nearest.ts';
import { countWords, readingMinutes } from '#lib/reading-time.ts';
import { weighTags } from '#lib/lists/tag-weights.ts';
import { typesetStrings } from '#lib/typeset-strings.ts';

describe('French', () => {
  it.each([
    [0, '0\u00A0article'],
    [1, '1\u00A0article'],
    [2, '2\u00A0articles'],
    [1_000_000, '1\u202F000\u202F000\u00A0articles'],
  ])('counts %d', (count, text) => {
    expect(counted(count, 'article')).toBe(text);
  });

  it('counts with a plural that does not end in s', () => {
    expect(counted(2, 'journal', 'journaux')).toBe('2\u00A0journaux');
  });

  it.each([
    ['de', 'Œdipe', 'd’Œdipe'],
    ['que', 'il', 'qu’il'],
    ['le', 'eau', 'l’eau'],
    ['la', 'œuvre', 'l’œuvre'],
    ['de', '«\u00A0Ada\u00A0»', 'd’«\u00A0Ada\u00A0»'],
    ['de', 'Çelik', 'de Çelik'],
    ['de', '1984', 'de 1984'],
    ['de', '', 'de '],
  ] as const)('elides « %s » before « %s »', (word, next, text) => {
    expect(elided(word, next)).toBe(text);
  });

  it('enumerates two with « et » alone', () => {
    expect(enumerate(['Ada', 'Paul'])).toBe('Ada et Paul');
  });
});

describe('the nearest name', () => {
  it.each([
    ['Figur', ['Figure', 'Encadre'], 'Figure'],
    ['encadré', ['Figure', 'Encadre'], 'Encadre'],
    ['monaie', ['mobilite', 'monnaie'], 'monnaie'],
    ['monnaie', ['monnaies', 'monnaie'], 'monnaie'],
    ['blockchain', ['mobilite', 'monnaie'], null],
    ['monnaie', [], null],
  ])('to « %s » in %j is %j', (written, candidates, expected) => {
    expect(nearest(written, candidates)).toBe(expected);
  });

  it('is the first of equals, and one of the candidates', () => {
    expect(nearest('chat', ['chas', 'chap'])).toBe('chas');
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (written, candidates) => {
        const found = nearest(written, candidates);
        if (found !== null) expect(candidates).toContain(found);
      }),
    );
  });
});

describe('reading time', () => {
  it.each([
    ['', 0],
    ['L’IA, c’est 12,5 % de plus.', 5],
    ['**Gras** et *penché*', 3],
    ['![Un vélo](./velo.jpg)', 2],
    ['<Encadre titre="Deux mots">\n\nTrois mots ici.\n\n</Encadre>', 3],
    ['Voir https://ex.fr/a/b-c maintenant.', 2],
  ])('counts the words of %j', (source, words) => {
    expect(countWords(source)).toBe(words);
  });

  it.each([
    [0, 1],
    [329, 1],
    [331, 2],
    [2200, 10],
  ])('of %d words is %d min', (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes);
  });
});

describe('tag weights', () => {
  it('go from 1 for the least used to 5 for the most, in the order given', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(counts, (used) => {
        const weights = weighTags(used);
        const alike = new Set(used).size === 1;
        expect(weights[used.indexOf(Math.min(...used))]).toBe(1);
        expect(weights[used.indexOf(Math.max(...used))]).toBe(alike ? 1 : 5);
        for (const weight of weights) expect([1, 2, 3, 4, 5]).toContain(weight);
      }),
    );
  });

  it('are not flattened by one tag used everywhere', () => {
    expect(weighTags([1, 10, 1000])).toEqual([1, 2, 5]);
  });
});

describe('labels', () => {
  it('are typeset at every depth, functions with all their values', () => {
    const labels = typesetStrings({
      a: { b: { c: 'Vraiment ?', d: (name: string, count: number) => `${name} : ${count} %` } },
    });
    expect(labels.a.b.c).toBe('Vraiment\u202F?');
    expect(labels.a.b.d('Ada', 3)).toBe('Ada\u00A0: 3\u00A0%');
  });

  it('leave the tree they come from as it was', () => {
    const tree = { a: 'Oui !' };
    typesetStrings(tree);
    expect(tree.a).toBe('Oui !');
  });
});
