import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, FileSystemConfigLoader } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { typeset } from '#lib/typography.ts';
import { allPages, base, pages, parse, root } from './dist.ts';

describe('every built page', () => {
  it('is there', () => {
    expect(pages.length).toBeGreaterThan(15);
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate(new FileSystemConfigLoader());
    const faults: string[] = [];
    for (const page of allPages) {
      const report = await validator.validateFile(join(root, page));
      for (const { messages } of report.results) {
        faults.push(...messages.map(({ ruleId, message, line }) => `${page}:${line} ${ruleId} ${message}`));
      }
    }
    expect(faults).toEqual([]);
  });

  it('leads only to pages and fragments that are there', () => {
    const dead: string[] = [];
    for (const page of allPages) {
      for (const link of parse(page).querySelectorAll('a[href], link[href], img[src], script[src]')) {
        const address = link.getAttribute('href') ?? link.getAttribute('src') ?? '';
        if (/^(?:https?:|mailto:|data:)/u.test(address)) continue;
        const { pathname, hash } = new URL(address, `http://site${base}${page.replace(/index\.html$/u, '')}`);
        if (!pathname.startsWith(base)) dead.push(`${page} → ${address}, out of ${base}`);
        const path = decodeURIComponent(pathname).slice(base.length);
        const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
        if (!existsSync(join(root, target))) dead.push(`${page} → ${address}`);
        else if (hash && !parse(target).getElementById(decodeURIComponent(hash.slice(1))))
          dead.push(`${page} → ${address}`);
      }
    }
    expect(dead).toEqual([]);
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
      expect(parse(page).querySelector('style')?.textContent, page).toMatch(/^\s*@layer tokens, base,/u);
  });

  it('asks nothing of another origin', () => {
    for (const page of pages) {
      const foreign = [
        ...parse(page).querySelectorAll(
          'script, img, source, iframe, link[rel=stylesheet], link[rel=preload]',
        ),
      ]
        .flatMap((element) => [
          element.getAttribute('src'),
          element.getAttribute('srcset'),
          element.tagName === 'LINK' ? element.getAttribute('href') : null,
        ])
        .filter((address) => address?.includes('//'));
      expect(foreign, page).toEqual([]);
    }
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
