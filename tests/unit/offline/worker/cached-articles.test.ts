import { describe, expect, test } from 'vitest';
import {
  addNotice,
  cacheNames,
  exclusiveFiles,
  isArticle,
  isCms,
  isFresh,
  isHashedFile,
  MAX_AGE,
  titleOf,
} from '#offline/worker/cached-articles.ts';

describe('the paths of the worker', () => {
  test('knows articles under the base path, and nothing around them', () => {
    expect(isArticle('/articles/un-titre/', ['/articles/'])).toBe(true);
    expect(isArticle('/articles/un-titre/', ['/recits/', '/articles/'])).toBe(true);
    expect(isArticle('/magazine/articles/un-titre/', ['/magazine/articles/'])).toBe(true);
    for (const path of [
      '/articles/',
      '/articles/un/deux/',
      '/articles/un',
      '/articles/un/couverture.png',
      '/autre/articles/un/',
    ])
      expect(isArticle(path, ['/articles/']), path).toBe(false);
    expect(isArticle('/articles/un-titre/', ['/magazine/articles/'])).toBe(false);
  });

  test('knows hashed files, and the CMS', () => {
    expect(isHashedFile('/magazine/_astro/a.js', '/magazine/')).toBe(true);
    expect(isHashedFile('/pagefind/pagefind.js', '/')).toBe(false);
    expect(isCms('/redaction/vocabulaire/', '/')).toBe(true);
    expect(isCms('/redacteurs/', '/')).toBe(false);
  });

  test('keeps apart two magazines of one host', () => {
    const one = Object.values(cacheNames('/un/'));
    const other = Object.values(cacheNames('/deux/'));
    expect(new Set([...one, ...other]).size).toBe(6);
  });
});

describe('titleOf', () => {
  test('reads the title of a page, with its entities decoded', () => {
    const html = '<meta property="og:title" content="« A &amp; B » : &lt;i&gt; &#34;x&#34; &#39;y&quot;">';
    expect(titleOf(html)).toBe('« A & B » : <i> "x" \'y"');
  });

  test('is empty for a page without a title', () => {
    expect(titleOf('<title>Un</title>')).toBe('');
  });
});

describe('addNotice', () => {
  test('stands once, under the masthead', () => {
    const html = '<header>Magazine</header><article><header>Titre</header></article>';
    const marked = addNotice(html, 'Copie');
    expect(marked).toMatch(/^<header>Magazine<\/header><p [^>]*>Copie<\/p><article>/u);
    expect(marked.match(/Copie/gu)).toHaveLength(1);
  });
});

describe('exclusiveFiles', () => {
  test('are those of no other article', () => {
    expect(exclusiveFiles(['/a.avif', '/b.avif', '/c.avif'], '/a.avif /b.avif', ['/b.avif /c.avif'])).toEqual(
      ['/a.avif'],
    );
  });
});

test('a cached article expires after thirty days', () => {
  expect(isFresh(0, MAX_AGE * 1000 - 1)).toBe(true);
  expect(isFresh(0, MAX_AGE * 1000)).toBe(false);
});
