import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK, isNarrowed, readRequest, type SearchRequest, writeRequest } from '#search/search-request.ts';
import type { FoundList } from '#search/search-engine.ts';
import { type StatusLabels, statusOf, titleOf } from '#search/search-status.ts';
import { suggestNames } from '#search/suggestions.ts';
import { strings } from '#strings/site.ts';

const labels: StatusLabels = strings.search.status;
const read = (address: string) => readRequest(new URLSearchParams(address));

describe('the address of a search', () => {
  it('says what was asked, and nothing else', () => {
    expect(writeRequest(BLANK)).toBe('');
    expect(writeRequest({ ...BLANK, query: 'l’été', order: 'recents' })).toBe(
      '?q=l%E2%80%99%C3%A9t%C3%A9&tri=recents',
    );
    expect(writeRequest({ ...BLANK, section: 'mobilite', tag: 'ia', year: '2024' })).toBe(
      '?rubrique=mobilite&etiquette=ia&annee=2024',
    );
  });

  it('brings back any request', () => {
    const word = fc.string({ unit: 'grapheme' }).map((text) => text.trim());
    const requests: fc.Arbitrary<SearchRequest> = fc.record({
      query: word.filter((text) => !/\p{Cs}/u.test(text)),
      section: fc.constantFrom('', 'mobilite'),
      tag: fc.constantFrom('', 'cloud-computing'),
      year: fc.constantFrom('', '2024'),
      order: fc.constantFrom('pertinence', 'recents', 'anciens'),
      isVerbatim: fc.constant(false),
    });
    fc.assert(
      fc.property(requests, (request) => {
        expect(read(writeRequest(request))).toEqual(request);
      }),
    );
  });

  it('may ask for words as they are typed', () => {
    expect(read(writeRequest({ ...BLANK, query: 'carbonne', isVerbatim: true })).isVerbatim).toBe(true);
    expect(writeRequest({ ...BLANK, isVerbatim: true })).toBe('');
  });

  it('may hold anything', () => {
    expect(read('?q=%20%20&tri=drop+table&autre=1')).toEqual(BLANK);
    expect(read('?q=a&q=b').query).toBe('a');
  });

  it('is narrowed by a section, a tag or a year, not by an order', () => {
    expect(isNarrowed(read('?rubrique=mobilite'))).toBe(true);
    expect(isNarrowed(read('?q=a&tri=recents'))).toBe(false);
  });
});

describe('what is said of an answer', () => {
  const FOUND = { unfiltered: 0, lists: [], isLoose: false, isPartial: false, corrected: null };
  const tag: FoundList = { kind: 'etiquette', href: '/etiquettes/a/', title: 'a' };
  const say = (query: string, total: number, unfiltered = 0, how: Partial<typeof FOUND> = {}) =>
    statusOf(labels, { query }, { ...FOUND, total, unfiltered, ...how }).replaceAll('\u00A0', ' ');

  it.each([
    [say('carbone', 4), '4 articles pour « carbone »'],
    [say("l'oeuvre", 1), '1 article pour « l’œuvre »'],
    [say('', 1200), '1\u202F200 articles'],
    [say('« zz »', 0), 'Aucun résultat pour « zz ».'],
    [say('', 0), 'Aucun résultat.'],
    [say('carbone', 0, 4), 'Aucun résultat pour « carbone ». Sans ces filtres, il y en aurait 4 articles.'],
    [say('{count} $& $1', 2), '2 articles pour « {count} $& $1 »'],
  ])('is « %s »', (said, expected) => {
    expect(said).toBe(expected);
  });

  it('tells what differs from the question, and other kinds of answers', () => {
    const tell = (total: number, how: object) => say('carbonne', total, 0, how);
    expect(tell(4, { corrected: 'carbone' })).toBe('Résultats pour « carbone » : 4 articles');
    expect(tell(1, { isPartial: true })).toContain('Avec une partie des mots : 1 article');
    expect(tell(1, { isLoose: true })).toContain('séparément : 1 article');
    expect(tell(3, { lists: [tag] })).toBe('3 articles pour « carbonne », et 1 autre page');
    expect(tell(0, { lists: [tag, tag] })).toBe('Aucun article pour « carbonne », mais 2 autres pages');
  });

  it('says a long question again in short', () => {
    expect(say('mot '.repeat(125), 0).length).toBeLessThan(100);
  });

  it('names the page by the question', () => {
    expect(titleOf(labels, { query: 'carbone' }, 'Chercher')).toBe('«\u00A0carbone\u00A0» · Chercher');
    expect(titleOf(labels, { query: '' }, 'Chercher')).toBe('Chercher');
  });
});

describe('suggestions', () => {
  const names = [
    'mobilite',
    'campus-cybersecurite',
    'cybersecurite-web3',
    'cloud-computing',
    'ia-generative',
  ];

  it.each([
    ['cybersécurté', ['cybersecurite-web3', 'campus-cybersecurite']],
    ['mobilitée urbaine', ['mobilite']],
    ['clou computin', ['cloud-computing']],
    ['zzxqw', []],
    ['ia', []],
    ['', []],
  ])('for « %s » are %j', (query, expected) => {
    expect(suggestNames(query, names, 4).toSorted()).toEqual(expected.toSorted());
  });

  it('are at most as many as asked', () => {
    expect(suggestNames('cybersecurite', names, 1)).toHaveLength(1);
  });
});
