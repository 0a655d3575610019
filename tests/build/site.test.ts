import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readArticleRecords } from '#content/files/article-records.ts';
import { typeset } from '#lib/typography/typeset.ts';
import { ADDRESS_WORDS, isTaken } from '#routes.ts';
import { pages, parse, root } from './dist.ts';

/** Returns the names in a folder, which may be missing in a magazine. */
const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

it('has nothing at its root that the table of routes does not name, but the pages of the magazine', () => {
  const own = namesIn('content/pages').map((name) => name.replace(/\.mdx$/u, ''));
  const redirects = readArticleRecords('.').flatMap(({ data }) =>
    (data?.aliases ?? []).map((alias) => alias.split('/')[1] ?? ''),
  );
  const older = Object.values(ADDRESS_WORDS.aliases).flat();
  const known = [...namesIn('public'), ...own, ...redirects, ...older];
  const written = readdirSync(root).filter((name) => !/\.(?:br|gz)$/u.test(name));
  expect(written.filter((name) => !isTaken(`/${name}/`, known))).toEqual([]);
});

describe('every built page', () => {
  it('is there', () => {
    expect(pages.length).toBeGreaterThan(10);
  });

  it('has one title, one description and one canonical address of its own', () => {
    const seen = new Map<string, string>();
    for (const page of pages) {
      const document = parse(page);
      expect(document.querySelectorAll('h1'), page).toHaveLength(1);
      expect(
        document.querySelector('meta[name=description]')?.getAttribute('content')?.length,
        page,
      ).toBeGreaterThan(20);
      const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
      expect(canonical, page).toMatch(/^https:\/\//u);
      for (const value of [canonical, document.title]) {
        expect(seen.get(value), `${page}: ${value}`).toBeUndefined();
        seen.set(value, page);
      }
    }
  });

  it('says the order of its layers before any style', () => {
    for (const page of pages)
      expect(parse(page).querySelector('style')?.textContent, page).toMatch(/^\s*@layer tokens,\s*base,/u);
  });

  it('shows French that is typeset', () => {
    const unset: string[] = [];
    for (const page of pages) {
      for (const element of parse(page).querySelectorAll(
        'h1, h2, h3, p, figcaption, li, [aria-label], img[alt]',
      )) {
        if (element.closest('[lang]:not(html), code, pre')) continue;
        const texts = [element.getAttribute('aria-label'), element.getAttribute('alt')];
        for (const node of element.childNodes) if (node.nodeType === 3) texts.push(node.textContent);
        for (const text of texts)
          if (text && typeset(text) !== text) unset.push(`${page}: ${text.trim().slice(0, 60)}`);
      }
    }
    expect(unset).toEqual([]);
  });

  it('keeps its heading levels in order', () => {
    for (const page of pages) {
      const levels = [...parse(page).querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) =>
        Number(tagName[1]),
      );
      levels.forEach((level, index) =>
        expect(level - (levels[index - 1] ?? level), page).toBeLessThanOrEqual(1),
      );
    }
  });
});
