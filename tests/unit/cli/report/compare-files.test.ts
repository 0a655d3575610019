import { describe, expect, it } from 'vitest';
import { readSite } from '#cli/report/built-site.ts';
import { compareFiles } from '#cli/report/compare-files.ts';
import { writeSite } from './site.ts';

type Files = Record<string, string | Buffer>;
const changes = (before: Files, after: Files) =>
  compareFiles(readSite(writeSite(before)), readSite(writeSite(after)));
const rss = (...items: [guid: string, title: string][]) =>
  `<rss><channel>${items.map(([guid, title]) => `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid></item>`).join('')}</channel></rss>`;
const index = (name: string, digest: string) => ({
  'pagefind/records.json': JSON.stringify({ name, records: { '/a/': digest } }),
  [`pagefind/fragment/${name}.pf_fragment`]: name,
});

describe('beside the pages', () => {
  it('a feed tells which entries came, went or changed', () => {
    expect(
      changes({ 'flux.xml': rss(['a', 'A'], ['b', 'B']) }, { 'flux.xml': rss(['b', 'Bis'], ['c', 'C']) }),
    ).toEqual([
      {
        file: 'flux.xml',
        state: 'changed',
        records: [
          { name: 'a', state: 'removed' },
          { name: 'b', state: 'changed' },
          { name: 'c', state: 'added' },
        ],
      },
    ]);
  });

  it('so does one in JSON', () => {
    const feed = (title: string) => JSON.stringify({ items: [{ id: 'a', title }] });
    expect(changes({ 'flux.json': feed('A') }, { 'flux.json': feed('B') })).toMatchObject([
      { file: 'flux.json', records: [{ name: 'a', state: 'changed' }] },
    ]);
  });

  it('a sitemap tells which addresses did', () => {
    const map = (date: string) => `<urlset><url><loc>/a/</loc><lastmod>${date}</lastmod></url></urlset>`;
    expect(changes({ 'sitemap-0.xml': map('1') }, { 'sitemap-0.xml': map('2') })).toMatchObject([
      { records: [{ name: '/a/', state: 'changed' }] },
    ]);
  });

  it('redirects and what robots are told go line by line', () => {
    expect(changes({ _redirects: '/a /b 301\n' }, { _redirects: '/a /c 301\n' })).toMatchObject([
      {
        file: '_redirects',
        records: [
          { name: '/a /b 301', state: 'removed' },
          { name: '/a /c 301', state: 'added' },
        ],
      },
    ]);
  });

  it('the search index changes with its articles, not with its files', () => {
    expect(changes(index('1', 'same'), index('2', 'same'))).toEqual([]);
    expect(changes(index('1', 'one'), index('2', 'other'))).toEqual([
      { file: 'pagefind', state: 'changed', records: [{ name: '/a/', state: 'changed' }] },
    ]);
  });

  it('a feed that cannot be read has changed as a whole', () => {
    expect(changes({ 'flux.json': '{' }, { 'flux.json': '[' })).toEqual([
      { file: 'flux.json', state: 'changed', records: [] },
    ]);
  });
});
