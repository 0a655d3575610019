import { describe, expect, test } from 'vitest';
import {
  cacheNames,
  isArticle,
  isFresh,
  isLasting,
  isLeftAlone,
  LONGEST_READ,
  markCopy,
  ownFiles,
  titleOf,
} from '#offline/reading-list-cache.ts';

describe('what the worker answers for', () => {
  test('knows articles under the base path, and nothing around them', () => {
    expect(isArticle('/articles/un-titre/', '/')).toBe(true);
    expect(isArticle('/magazine/articles/un-titre/', '/magazine/')).toBe(true);
    for (const path of [
      '/articles/',
      '/articles/un/deux/',
      '/articles/un',
      '/articles/un/couverture.png',
      '/autre/articles/un/',
    ])
      expect(isArticle(path, '/'), path).toBe(false);
    expect(isArticle('/articles/un-titre/', '/magazine/')).toBe(false);
  });

  test('knows the files that never change, and leaves the editors’ desk alone', () => {
    expect(isLasting('/magazine/_astro/a.js', '/magazine/')).toBe(true);
    expect(isLasting('/pagefind/pagefind.js', '/')).toBe(false);
    expect(isLeftAlone('/redaction/vocabulaire/', '/')).toBe(true);
    expect(isLeftAlone('/redacteurs/', '/')).toBe(false);
  });

  test('keeps apart two magazines of one host', () => {
    const one = Object.values(cacheNames('/un/'));
    const other = Object.values(cacheNames('/deux/'));
    expect(new Set([...one, ...other]).size).toBe(6);
  });
});

describe('titleOf', () => {
  test('reads the title of a page, its signs restored', () => {
    const html = '<meta property="og:title" content="« A &amp; B » : &lt;i&gt; &#34;x&#34; &#39;y&quot;">';
    expect(titleOf(html)).toBe('« A & B » : <i> "x" \'y"');
  });

  test('takes a page without title for one without words', () => {
    expect(titleOf('<title>Un</title>')).toBe('');
  });
});

describe('markCopy', () => {
  test('says under the masthead, once, that a page is a copy', () => {
    const html = '<header>Magazine</header><article><header>Titre</header></article>';
    const marked = markCopy(html, 'Copie');
    expect(marked).toMatch(/^<header>Magazine<\/header><p [^>]*>Copie<\/p><article>/u);
    expect(marked.match(/Copie/gu)).toHaveLength(1);
  });
});

describe('ownFiles', () => {
  test('removes with an article what no other one shows', () => {
    expect(ownFiles(['/a.avif', '/b.avif', '/c.avif'], '/a.avif /b.avif', ['/b.avif /c.avif'])).toEqual([
      '/a.avif',
    ]);
  });
});

test('a copy of what was read is shown for thirty days', () => {
  expect(isFresh(0, LONGEST_READ * 1000 - 1)).toBe(true);
  expect(isFresh(0, LONGEST_READ * 1000)).toBe(false);
});
