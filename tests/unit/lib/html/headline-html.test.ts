import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headlineHtml } from '#lib/html/headline-html.ts';

/**
 * A headline with « ~ » for a no-break space, brackets around parts that break last, and « = » for a no-break hyphen.
 */
const shown = (title: string) =>
  headlineHtml(title)
    .replaceAll(/<span class="unbroken">(.*?)<\/span>/gu, (_, compound: string) =>
      compound.replaceAll('-', '='),
    )
    .replaceAll(/<span class="headline-part">(.*?)<\/span>/gu, '[$1]')
    .replaceAll('\u00A0', '~');

const plain = (html: string) => html.replaceAll(/<[^>]+>/gu, '').replaceAll('\u00A0', ' ');

describe('a headline', () => {
  it.each([
    ['Le capital-risque expliqué par ses échecs', 'Le capital=risque expliqué par~ses~échecs'],
    ['Scopes 1, 2, 3\u00A0: lire un bilan carbone', '[Scopes 1,~2,~3~:] [lire un bilan~carbone]'],
    [
      'Achats d’obligations et inflation\u00A0: un lien élastique',
      '[Achats d’obligations et~inflation~:] [un lien~élastique]',
    ],
    [
      'Éviter ou éliminer\u00A0: deux familles de crédits carbone',
      '[Éviter ou~éliminer~:] [deux familles de crédits~carbone]',
    ],
    ['Faut-il un peut-être\u202F? Oui, sans doute', '[Faut=il un~peut=être\u202F?] [Oui,~sans~doute]'],
    ['L’art de se laisser diluer', 'L’art de~se laisser~diluer'],
    ['Un modèle de l’IA générative', 'Un~modèle de l’IA~générative'],
    ['Voiture autonome', 'Voiture autonome'],
    ['L’euro', 'L’euro'],
    ['Arrière-grands-parents connectés', 'Arrière-grands-parents connectés'],
    ['10 000 $ à la Une', '10 000 $ à~la~Une'],
  ])('%s', (title, expected) => {
    expect(shown(title)).toBe(expected);
  });

  it('raises ordinals and escapes HTML as any text', () => {
    expect(headlineHtml('Vers le XXIe siècle')).toContain('XXI<sup>e</sup>');
    expect(headlineHtml('a <b> & c')).not.toContain('<b>');
  });

  it('keeps its words whatever they are, in pieces that a phone holds', () => {
    const word = fc.stringMatching(/^[a-zé’\-]{1,20}[:?,]?$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 14 }), (words) => {
        const title = words.join(' ');
        const html = headlineHtml(title);
        expect(plain(html)).toBe(title);
        const longest = Math.max(...words.map(({ length }) => length));
        for (const piece of html.replaceAll(/<[^>]+>/gu, '').split(' '))
          expect(piece.length).toBeLessThanOrEqual(Math.max(15, longest));
      }),
    );
  });
});
