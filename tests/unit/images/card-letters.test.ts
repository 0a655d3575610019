import { describe, expect, it } from 'vitest';
import { cardText } from '#images/card-letters.ts';

describe('a text of a social card', () => {
  it.each([
    'Erdoğan, Škoda et Łódź : trois noms d’Europe en débat',
    'Dvořák, Nguyễn Thị Minh, Ōsaka, Reykjavík, Þór, Győr, Sørensen, Žižek, Çelik, Ő, Ț, Ș',
    'L’œuvre d’ŸVES : « 50 % », 14 h 30, 1,2 Md€, 20 °C, n° 3, ½, ², ©',
    'Москва и Київ : deux capitales',
    'Un titre sans rien de rare…',
  ])('is left as it is when its fonts have every letter: %s', (text) => {
    const { text: drawn, changed } = cardText(text);
    expect([...changed]).toEqual([]);
    expect(drawn).toBe(text);
  });

  it.each([
    ['Paris → Lyon', 'Paris – Lyon'],
    ['A ≠ B, C ≈ D', 'A différent de B, C environ D'],
    ['≥ 50 % et ≤ 60 %', 'au moins 50 % et au plus 60 %'],
    ['Vers ∞', 'Vers infini'],
    ['CO₂ et 10⁴', 'CO2 et 10^4'],
    ['🚀 Décollage 🇫🇷 réussi 👩‍🚀', 'Décollage réussi'],
    ['Ελλάδα : la dette', 'la dette'],
    ['La protéine α et 5 μm', 'La protéine alpha et 5 µm'],
    ['東京', ''],
    ['e\u0301te\u0301', 'été'],
    ['Le signe ☭ ♥ de trop', 'Le signe de trop'],
  ])('says otherwise, or leaves out, what they have not: %s', (text, drawn) => {
    expect(cardText(text).text).toBe(drawn);
  });

  it('reports the characters that it replaces', () => {
    expect([...cardText('Paris → Lyon 🚀').changed]).toEqual([
      ['→', '–'],
      ['🚀', ''],
    ]);
  });
});
