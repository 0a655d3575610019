import { describe, expect, it } from 'vitest';
import { parseQuestion } from '#search/question/question.ts';
import { correctTerms, nearestWords } from '#search/question/spelling.ts';

const NAMES =
  'microsoft hydrogène inflation musk twitter carbone crédit géotechnique tesla start-up startup'.split(' ');
const OTHERS = 'masque cour lien carbure micro philosophie comptes éléphant accélérateur'.split(' ');
const WORDS = [
  ...NAMES.map((word) => ({ word, rank: 2, isName: true })),
  ...OTHERS.map((word) => ({ word, rank: 1, isName: false })),
];

/** Returns the corrections of a question, the nearest first, when the words in `known` are in the index. */
async function corrections(query: string, known = ''): Promise<string[]> {
  const isUnknown = ({ text }: { text: string }) => !known.split(' ').includes(text);
  const found = await correctTerms(parseQuestion(query), isUnknown, () => Promise.resolve(WORDS));
  return found.map(({ terms }) => terms.map(({ text }) => text).join(' '));
}

describe('a misspelt word', () => {
  it.each([
    ['a letter lost', 'microsft', 'microsoft'],
    ['a letter doubled', 'twiitter', 'twitter'],
    ['a double letter lost', 'twiter', 'twitter'],
    ['letters swapped', 'inflatoin', 'inflation'],
    ['a wrong letter', 'microsogt', 'microsoft'],
    ['a sound for another', 'hidrogène', 'hydrogène'],
    ['s for t before -ion', 'inflasion', 'inflation'],
    ['f for ph', 'filosofie', 'philosophie'],
    ['ph for f', 'élefant', 'éléphant'],
    ['a double consonant', 'accellérateur', 'accélérateur'],
    ['accents missing', 'geotecnique', 'géotechnique'],
    ['words stuck together', 'creditcarbone', 'crédit carbone'],
    ['a word cut in two', 'micro soft', 'microsoft'],
    ['a short name', 'tsla', 'tesla'],
    ['figures that texts group', '12345', '12 345'],
  ])('%s: « %s » means « %s »', async (_, typed, meant) => {
    expect((await corrections(typed))[0]).toBe(meant);
  });

  it.each(['coeur', 'lion', 'blockchain', 'zzxqw', 'twitter', '5g', 'x'.repeat(200), ''])(
    '« %s » means no other word',
    async (typed) => {
      expect(await corrections(typed)).toEqual([]);
    },
  );

  it('beside known words means several, the nearest first', async () => {
    expect(await corrections('elon mask', 'elon')).toEqual(['elon masque', 'elon musk']);
  });

  it('costs a bounded work, whatever is typed', async () => {
    const words = Array.from({ length: 5000 }, (_, rank) => ({
      word: `abcd${rank}efgh`,
      rank: 0,
      isName: true,
    }));
    expect(nearestWords('abcdefghabcdefgh', words, true).length).toBeLessThanOrEqual(4);
    const typed = Array.from({ length: 12 }, (_, rank) => `micrsoft${'abcdefghijkl'[rank] ?? ''}`).join(' ');
    expect((await corrections(typed)).length).toBeLessThanOrEqual(4);
  });
});
