import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, unfoldText } from '#search/search-text.ts';

const NARROW = '\u202F';
const WIDE = '\u00A0';

describe('foldText', () => {
  it.each([
    ['l’événement', "l' événement"],
    ['aujourd‘hui, aujourdʼhui', "aujourd' hui, aujourd' hui"],
    [`«${WIDE}mot${WIDE}»${NARROW}!`, '« mot » !'],
    ['Œuvre, cœur, ex æquo', 'Oeuvre, coeur, ex aequo'],
    ['C#, C++, Canal+ (.NET)', 'Cǂ, Cᐩᐩ, Canalᐩ (ꓸNET)'],
    ['1+1, #5, a+b, fin. Et… .5', '1+1, #5, a+b, fin. Et… .5'],
  ])('writes « %s » as « %s »', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe('unfoldText', () => {
  it.each([
    [
      "l' oeil et le coeur de l'oeuvre : 12 345 €",
      `l’œil et le cœur de l’œuvre${WIDE}: 12${NARROW}345${WIDE}€`,
    ],
    ['Oeuvre, Boeuf, noeud', 'Œuvre, Bœuf, nœud'],
    ['un foetus, un oedème, un oenologue', 'un fœtus, un œdème, un œnologue'],
    ['Cǂ et ꓸNET', 'C# et .NET'],
    ['coefficient, poésie, moelle, Phoenix, does', 'coefficient, poésie, moelle, Phoenix, does'],
  ])('sets « %s » as « %s »', (folded, text) => {
    expect(unfoldText(folded)).toBe(text);
  });
});
