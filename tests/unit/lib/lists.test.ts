import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate } from '#lib/lists/pagination.ts';
import { relatedFinder } from '#lib/lists/related-articles.ts';
import { shareLinks } from '#lib/share-links.ts';
import { weighTags } from '#lib/lists/tag-weights.ts';
import { createAddresses } from '#lib/urls.ts';
import { videoPlayer } from '#lib/video.ts';

describe('share links', () => {
  const fields = ['text', 'title', 'subject', 'body', 'url', 'u'];

  it('keep the order of the house', () => {
    const networks = shareLinks({ url: 'https://ex.fr/', title: 'T' }).map(({ network }) => network);
    expect(networks).toEqual(['email', 'whatsapp', 'linkedin', 'facebook', 'bluesky', 'mastodon', 'x']);
  });

  it('carry any headline and address whole', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        (title, url) => {
          for (const { network, href } of shareLinks({ url, title })) {
            const query = href.slice(href.search(/[?#]/u) + 1);
            const values = query
              .split('&')
              .map((pair) => decodeURIComponent(pair.slice(pair.indexOf('=') + 1)));
            expect(query.split('&').every((pair) => fields.includes(pair.split('=')[0] ?? ''))).toBe(true);
            expect(values.join('\n'), network).toContain(url);
            if (!['linkedin', 'facebook'].includes(network))
              expect(values.join('\n'), network).toContain(title);
          }
        },
      ),
    );
  });
});

describe('tag weights', () => {
  it('follow the logarithm of use', () => {
    expect(weighTags([1, 2, 4, 8, 16])).toEqual([1, 2, 3, 4, 5]);
    expect(weighTags([3, 3])).toEqual([1, 1]);
    expect(weighTags([])).toEqual([]);
  });

  it('never shrink when use grows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2 }), (counts) => {
        const sorted = counts.toSorted((a, b) => a - b);
        const weights = weighTags(sorted);
        weights.forEach((weight, index) => expect(weight).toBeGreaterThanOrEqual(weights[index - 1] ?? 1));
      }),
    );
  });
});

describe('pages of a list', () => {
  it('hold every item once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 20 }), (items, size) => {
        const pages = paginate(items, size);
        expect(pages.flatMap((page) => page.items)).toEqual(items);
        expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => index + 1));
        expect(pages.every(({ last, total }) => last === pages.length && total === items.length)).toBe(true);
      }),
    );
  });
});

describe('related articles', () => {
  const item = (id: string, section: string, ...tags: string[]) => ({
    id,
    sections: section.split('<'),
    tags,
  });

  it('share tags first, then the section, then are the newest', () => {
    const items = [
      item('new', 's'),
      item('same-tag', 't', 'a'),
      item('old', 's'),
      item('it', 's', 'a'),
      item('other', 'u', 'z'),
    ];
    expect(relatedFinder(items, 3)('it')).toEqual(['same-tag', 'new', 'old']);
  });

  it('come from the section above, then from the newest, where nothing else is shared', () => {
    const items = [
      item('newest', 's<up'),
      item('new', 't<elsewhere'),
      item('cousin', 'u<above'),
      item('alone', 'v<above', 'its own'),
      item('old', 'w<elsewhere'),
    ];
    expect(relatedFinder(items, 3)('alone')).toEqual(['cousin', 'newest', 'new']);
    expect(relatedFinder(items, 3)('old')).toEqual(['new', 'newest', 'cousin']);
  });

  it('prefer a rare tag to a common one', () => {
    const common = ['b', 'c', 'd'].map((id) => item(id, id, 'common'));
    const items = [...common, item('rare-too', 'r', 'rare'), item('it', 'i', 'common', 'rare')];
    expect(relatedFinder(items, 1)('it')).toEqual(['rare-too']);
  });

  it('never hold the article itself, nor one twice', () => {
    const letters = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(fc.array(fc.tuple(letters, fc.array(letters)), { maxLength: 150 }), (raw) => {
        const items = raw.map(([section, tags], index) => item(String(index), section, ...new Set(tags)));
        const find = relatedFinder(items, 3);
        for (const { id } of items) {
          const related = find(id);
          expect(related).not.toContain(id);
          expect(new Set(related).size).toBe(related.length);
          expect(related).toHaveLength(Math.min(3, items.length - 1));
        }
      }),
    );
  });
});

describe('addresses', () => {
  it.each(['/', '/magazine/', '/magazine'])('stand under the base path %s', (base) => {
    const addresses = createAddresses(base);
    const prefix = base === '/' ? '' : '/magazine';
    expect(addresses.article('a')).toBe(`${prefix}/articles/a/`);
    expect(addresses.category(['p', 'c'], 2)).toBe(`${prefix}/rubriques/p/c/page/2/`);
    expect(addresses.archive(['2024', '06'])).toBe(`${prefix}/archives/2024/06/`);
    expect(addresses.file('/favicon.svg')).toBe(`${prefix}/favicon.svg`);
  });
});

describe('video players', () => {
  it.each([
    [
      'https://www.youtube.com/watch?v=abcdefghijk',
      'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1',
    ],
    ['https://youtu.be/abcdefghijk', 'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1'],
    ['https://vimeo.com/123456', 'https://player.vimeo.com/video/123456?dnt=1&autoplay=1'],
    ['https://ex.fr/video', null],
    ['https://youtu.be/"onload=', null],
  ])('%s', (page, player) => {
    expect(videoPlayer(page)?.player ?? null).toBe(player);
  });
});
