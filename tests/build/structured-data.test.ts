import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articles, base, pages, parse, root } from './dist.ts';

type Node = Record<string, unknown> & { '@type': string };

function graph(page: string): Node[] {
  const element = parse(page).querySelector('script[type="application/ld+json"]');
  return element ? (JSON.parse(element.textContent ?? '') as { '@graph': Node[] })['@graph'] : [];
}

const find = (page: string, type: string) => graph(page).find((node) => node['@type'] === type);
const words = (element: Element | null | undefined) =>
  element?.textContent?.replace(/[ \n]+/gu, ' ').trim() ?? '';
/** A raised or lowered digit is another sign in plain text. */
const plain = (text: string) => text.replace(/[₀-₉]/gu, (digit) => digit.normalize('NFKD'));
const loose = (text: string) => text.replaceAll('\u00A0', ' ');

describe('what search engines are told of an article', () => {
  it('is what its page says', () => {
    for (const page of articles) {
      const document = parse(page);
      const data = find(page, 'NewsArticle');
      const times = [...document.querySelectorAll('.byline time')].map((time) =>
        time.getAttribute('datetime'),
      );
      // Where a headline may break is the page's own matter.
      expect(loose(plain(String(data?.['headline']))), page).toBe(loose(words(document.querySelector('h1'))));
      expect(data?.['datePublished'], page).toBe(times[0]);
      expect(data?.['dateModified'], page).toBe(times[1] ?? times[0]);
      expect(data?.['articleSection'], page).toBe(words(document.querySelector('.kicker')));
      expect(data?.['url'], page).toBe(document.querySelector('link[rel=canonical]')?.getAttribute('href'));
      expect(data, page).toMatchObject({ inLanguage: 'fr', isAccessibleForFree: true });
      expect(data?.['articleBody'], page).toBeUndefined();
    }
  });

  it('names a picture, authors and rules that are there', () => {
    for (const page of articles) {
      const data = find(page, 'NewsArticle') as unknown as {
        image: string[];
        author: { url: string }[];
        publisher: Record<'logo', { url: string }> & Record<string, string>;
      };
      const addresses = [
        ...data.image,
        ...data.author.map(({ url }) => `${url}index.html`),
        data.publisher.logo.url,
        ...['publishingPrinciples', 'correctionsPolicy'].flatMap((name) => {
          const address = data.publisher[name];
          return address === undefined ? [] : `${address}index.html`;
        }),
      ];
      for (const address of addresses) {
        const { protocol, pathname } = new URL(address);
        expect(protocol, address).toBe('https:');
        expect(existsSync(join(root, pathname.slice(base.length))), `${page} → ${address}`).toBe(true);
      }
    }
  });
});

describe('the breadcrumb told to search engines', () => {
  it('is the one that readers see', () => {
    const withTrail = pages.filter(
      (page) => parse(page).querySelector('.breadcrumb') && find(page, 'BreadcrumbList'),
    );
    expect(withTrail.length).toBeGreaterThan(articles.length);
    for (const page of withTrail) {
      const told = find(page, 'BreadcrumbList')?.['itemListElement'] as { name: string; item?: string }[];
      const seen = [...parse(page).querySelectorAll('.breadcrumb li')];
      expect(
        told.map(({ name }) => plain(name)),
        page,
      ).toEqual(seen.map(words));
      expect(told.at(-1)?.item, page).toBeUndefined();
      const links = seen.slice(0, -1).map((item) => item.querySelector('a')?.getAttribute('href'));
      expect(
        told.slice(0, -1).map(({ item }) => new URL(item ?? '').pathname),
        page,
      ).toEqual(links);
    }
  });
});

describe('the front page', () => {
  it('says what the magazine is and by which rules it works', () => {
    expect(graph('index.html').map((node) => node['@type'])).toEqual(['WebSite', 'NewsMediaOrganization']);
  });
});
