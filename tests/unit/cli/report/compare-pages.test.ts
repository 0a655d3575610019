import { describe, expect, it } from 'vitest';
import { readSite } from '#cli/report/built-site.ts';
import { comparePages } from '#cli/report/compare-pages.ts';
import { ORIGIN, writeSite } from './site.ts';

type Files = Record<string, string>;
const changes = (before: Files, after: Files) =>
  comparePages(readSite(writeSite(before)), readSite(writeSite(after)));
const inPage = (body: string, head = '') => `<html lang="fr"><head>${head}</head><body>${body}</body></html>`;
/** Returns the differences of a page between two bodies. */
const inBody = (before: string, after: string, files: [Files, Files] = [{}, {}]) =>
  changes({ 'a/index.html': inPage(before), ...files[0] }, { 'a/index.html': inPage(after), ...files[1] })[0]
    ?.differences ?? [];

describe('two builds of one page are the same', () => {
  const page = (id: string, hash: string, asset: string) =>
    `<meta http-equiv="content-security-policy" content="script-src 'sha256-${hash}'">
     <style>p[data-astro-cid-${id}]{font-family:"Spectral-${hash}"}</style>
     <p data-astro-cid-${id}>Un<img src="/_astro/couverture.${asset}.webp" alt=""></p>`;

  it('whatever marks, hashes and names of files the build made up', () => {
    const before = page('aaaaaaaa', '0123456789abcdef', 'C_btceMo_Z1Pttlc');
    const after = page('bbbbbbbb', 'fedcba9876543210', 'D_xyzeMo_Z1Aaaaa');
    const files: [Files, Files] = [
      { '_astro/couverture.C_btceMo_Z1Pttlc.webp': 'picture' },
      { '_astro/couverture.D_xyzeMo_Z1Aaaaa.webp': 'picture' },
    ];
    expect(before).not.toBe(after);
    expect(inBody(before, after, files)).toEqual([]);
  });

  it('whatever the blurred picture that stands for one while it loads', () => {
    expect(
      inBody('<img src="data:image/webp;base64,AAAA">', '<img src="data:image/webp;base64,BBBB">'),
    ).toEqual([]);
  });
});

describe('two builds of one page differ', () => {
  it('in appearance when a picture holds something else under the same name', () => {
    const html = '<img src="/_astro/couverture.C_btceMo_Z1.webp" alt="">';
    const files = (content: string) => ({
      'a/index.html': html,
      '_astro/couverture.C_btceMo_Z1.webp': content,
    });
    const [page] = changes(files('one'), files('two'));
    expect(page).toMatchObject({ address: '/a/', state: 'changed', appearance: true });
    expect(page?.differences).toMatchObject([{ kind: 'pictures', label: '/_astro/couverture' }]);
  });

  it('in appearance when a declaration of a style does', () => {
    const style = (colour: string) => `<style>p { color: ${colour}; margin: 0; }</style><p>Un</p>`;
    expect(inBody(style('red'), style('blue'))).toEqual([
      { kind: 'style', label: '', before: 'color: red;', after: 'color: blue;' },
    ]);
  });

  it('in words, line by line', () => {
    expect(inBody('<p>Un</p><p>Deux</p>', '<p>Un</p><p>Trois</p>')).toEqual([
      { kind: 'words', label: '', before: 'Deux', after: 'Trois' },
    ]);
  });

  it('in headings, with their level when it is what changed', () => {
    expect(inBody('<h2>Un</h2>', '<h3>Un</h3>')).toMatchObject([
      { kind: 'headings', before: 'h2 Un', after: 'h3 Un' },
      { kind: 'markup' },
    ]);
  });

  it('in metadata, field by field, structured data too', () => {
    const page = (name: string) => ({
      'a/index.html': inPage(
        '<p>Un</p>',
        `<title>${name}</title><script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"name":"${name}"},"id":1}]}</script>`,
      ),
    });
    expect(changes(page('Ada'), page('Bob'))[0]?.differences).toEqual([
      { kind: 'metadata', label: 'title', before: 'Ada', after: 'Bob' },
      { kind: 'metadata', label: 'JSON-LD Article.author.name', before: 'Ada', after: 'Bob' },
    ]);
  });

  it('in links, told apart by where they lead', () => {
    const body = (href: string) => `<p>Un<a href="${href}">lien</a></p>`;
    expect(inBody(body('/b/'), body('https://b.example/'))).toEqual([
      { kind: 'links', label: 'internal', before: '/b/', after: null },
      { kind: 'links', label: 'external', before: null, after: 'https://b.example/' },
    ]);
    expect(inBody(body('https://b.example/?t=1'), body('https://b.example/?t=2'))).toEqual([
      { kind: 'links', label: 'external', before: 'https://b.example/?t=1', after: 'https://b.example/?t=2' },
    ]);
    expect(inBody(body('/b/'), body(`${ORIGIN}/b/`)).filter(({ kind }) => kind === 'links')).toEqual([]);
  });

  it('in what is read aloud, in scripts, and in what is asked of other sites', () => {
    expect(inBody('<img alt="Un">', '<img alt="Deux">')).toMatchObject([
      { kind: 'names', before: 'img alt : Un' },
    ]);
    expect(inBody('<script>a()</script>', '<script>b()</script>')).toMatchObject([{ kind: 'scripts' }]);
    expect(
      inBody('<p>Un</p>', '<p>Un</p><script src="https://c.example/t.js"></script>').map(({ kind }) => kind),
    ).toEqual(['scripts', 'foreign', 'markup']);
  });

  it('even in what has no name here', () => {
    expect(inBody('<p>Un<!-- a --></p>', '<p>Un<!-- b --></p>')).toEqual([
      { kind: 'markup', label: 'source', before: null, after: null },
    ]);
  });
});

it('a page that came and one that went are named', () => {
  const both = { 'a/index.html': '<p>Un</p>' };
  expect(
    changes({ ...both, 'b/index.html': '<title>B</title>' }, { ...both, 'c/index.html': '<title>C</title>' }),
  ).toMatchObject([
    { address: '/b/', state: 'removed', title: 'B' },
    { address: '/c/', state: 'added', title: 'C' },
  ]);
});
