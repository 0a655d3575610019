import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareLinks, type ShareNetwork } from '#lib/share-links.ts';

const url = 'https://ex.fr/articles/a/?b=c&d=é#f';
const title = '« Été » & “IA” : 50 % d’un #mot, "x" + y ?';

function link(network: ShareNetwork, page = { url, title }): string {
  return shareLinks(page).find((share) => share.network === network)?.href ?? '';
}

/** The parameters that the network reads: in the query, or in the fragment for Mastodon. */
function parameters(network: ShareNetwork, page = { url, title }): Record<string, string> {
  const { search, hash } = new URL(link(network, page));
  return Object.fromEntries(new URLSearchParams(network === 'mastodon' ? hash.slice(1) : search));
}

describe('share links', () => {
  it.each<[ShareNetwork, string]>([
    ['whatsapp', 'https://wa.me/'],
    ['linkedin', 'https://www.linkedin.com/sharing/share-offsite/'],
    ['facebook', 'https://www.facebook.com/sharer/sharer.php'],
    ['bluesky', 'https://bsky.app/intent/compose'],
    ['mastodon', 'https://share.joinmastodon.org/'],
    ['x', 'https://x.com/intent/post'],
  ])('lead to the page of %s', (network, address) => {
    const { origin, pathname } = new URL(link(network));
    expect(origin + pathname).toBe(address);
  });

  it.each<[ShareNetwork, Record<string, string>]>([
    ['whatsapp', { text: `${title} ${url}` }],
    ['linkedin', { url }],
    ['facebook', { u: url }],
    ['bluesky', { text: `${title} ${url}` }],
    ['mastodon', { text: `${title} ${url}` }],
    ['x', { text: title, url }],
  ])('give %s what it reads', (network, expected) => {
    expect(parameters(network)).toEqual(expected);
  });

  it('write every sign that could be read as an address’s own', () => {
    for (const { href } of shareLinks({ url, title })) {
      const written = href.slice(href.search(/[?#]/u) + 1);
      expect(written).not.toMatch(/[ "'«»“”#?+]|[^\x20-\x7E]|%(?![0-9A-F]{2})/u);
      expect(written.split('&').every((pair) => /^\w+=[^=]*$/u.test(pair))).toBe(true);
    }
  });

  it('write a space as %20, which mail programs show as a space', () => {
    expect(link('email', { url: 'https://ex.fr/', title: 'Un titre' })).toContain('subject=Un%20titre&');
  });

  it('break the line of a mail as its standard asks (RFC 6068, section 5)', () => {
    expect(link('email', { url: 'https://ex.fr/', title: 'Titre' })).toBe(
      'mailto:?subject=Titre&body=Titre%0D%0Ahttps%3A%2F%2Fex.fr%2F',
    );
  });

  it('write a new line of the headline too', () => {
    expect(link('x', { url, title: 'Un\ntitre' })).toContain('text=Un%0Atitre&');
  });

  it('give back any headline, for every network that takes one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.webUrl({ withQueryParameters: true }),
        (text, address) => {
          const page = { url: address, title: text };
          expect(parameters('email', page)).toMatchObject({ subject: text });
          expect(parameters('x', page)).toEqual({ text, url: address });
          for (const network of ['whatsapp', 'bluesky', 'mastodon'] as const)
            expect(parameters(network, page)).toEqual({ text: `${text} ${address}` });
          expect(parameters('linkedin', page)).toEqual({ url: address });
          expect(parameters('facebook', page)).toEqual({ u: address });
        },
      ),
      { numRuns: 40 },
    );
  });
});
