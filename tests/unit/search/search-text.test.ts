import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldQuery, foldText, holdsWordOf, readExcerpt, unfoldText } from '#search/search-text.ts';

const NARROW = '\u202F';
const WIDE = '\u00A0';

describe('foldText', () => {
  it.each([
    ['l’événement', "l'événement"],
    ['aujourd‘hui, aujourdʼhui', "aujourd'hui, aujourd'hui"],
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

describe('foldQuery', () => {
  it.each([
    ['l’événement', 'événement'],
    ["qu'est-ce que l'IA", 'est-ce que IA'],
    ['jusqu’ici', 'ici'],
    ['« l’IA générative »', '"l\'IA générative"'],
    ['“crédits carbone” d’Amazon', '"crédits carbone" Amazon'],
    ['aujourd’hui', "aujourd'hui"],
    ['  cœur  ', 'coeur'],
    ['«', '"'],
    ['', ''],
  ])('asks for « %s » as %s', (query, folded) => {
    expect(foldQuery(query)).toBe(folded);
  });
});

describe('unfoldText', () => {
  it.each([
    [
      "l'oeil et le coeur de l'oeuvre : 12 345 €",
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

describe('readExcerpt', () => {
  const shown = (html: string) =>
    readExcerpt(html)
      .map(({ segments, marked }) => {
        const text = segments.map((segment) => segment.text).join('');
        return marked ? `[${text}]` : text;
      })
      .join('');

  it.each([
    ["Dans <mark>l'événement,</mark> tout.", 'Dans l’[événement], tout.'],
    ["le <mark>coeur</mark> d'un réseau", '… le [cœur] d’un réseau…'],
    ['<mark>Elon</mark> <mark>Musk</mark> achète.', '[Elon] [Musk] achète.'],
    ['Une tonne de <mark>CO2.</mark>', 'Une tonne de [CO2].'],
    ['Un signe &lt;b&gt; et R&D.', 'Un signe <b> et R&D.'],
    ['Rien de marqué.', 'Rien de marqué.'],
    ['', ''],
  ])('reads « %s » as « %s »', (html, text) => {
    expect(shown(html)).toBe(text);
  });

  it('lowers the figures of formulas, marked or not', () => {
    const [, marked] = readExcerpt('Le <mark>CO2</mark> monte.');
    expect(marked).toEqual({
      marked: true,
      segments: [
        { text: 'CO', position: 'plain' },
        { text: '2', position: 'subscript' },
      ],
    });
  });
});

describe('holdsWordOf', () => {
  it.each([
    ['acheter', 'Elle achète'],
    ['Evenement', 'Les événements'],
    ['cybersecurté', 'campus cybersécurité'],
    ['IA', 'L’IA générative'],
    ['CO₂', 'CO2'],
    ['rien du tout, Musk', 'Elon Musk'],
  ])('hears « %s » in « %s »', (query, text) => {
    expect(holdsWordOf(query, text)).toBe(true);
  });

  it.each([
    ['coeur', 'CO₂'],
    ['evenement', 'un éventail'],
    ['IA', 'via'],
    ['', 'mot'],
    ['<>!', 'mot'],
  ])('does not hear « %s » in « %s »', (query, text) => {
    expect(holdsWordOf(query, text)).toBe(false);
  });
});
