import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPages, readAddress, representatives } from '#cli/built-site/pages.ts';
import { weighPage } from '#cli/built-site/weights.ts';

const canonical = '<link rel="canonical" href="https://a.example/magazine/">';
const moved = '<meta http-equiv="refresh" content="0;url=/articles/b/">';
const FILES: Readonly<Record<string, string>> = {
  'index.html': canonical,
  '404.html': '',
  'articles/a/index.html': '',
  'articles/b/index.html': [
    '<script src="/magazine/_astro/un.js"></script><script>let x = 1;</script>',
    '<picture><source srcset="/magazine/_astro/p-320.avif 320w, /magazine/_astro/p-640.avif 640w">',
    '<img src="/magazine/_astro/p.webp"></picture><img src="data:image/webp;base64,AAAA">',
    '<style>@font-face { src: url(/magazine/_astro/fonts/a.woff2) }</style>',
  ].join(''),
  'ancien/index.html': moved,
  'rubriques/x/index.html': '',
  'rubriques/x/page/2/index.html': '',
  'rubriques/x/y/index.html': '',
  'etiquettes/index.html': '',
  'etiquettes/ia/index.html': '',
  'contact/index.html': '',
  '_astro/un.js': 'import{a}from"./deux.js";a()',
  '_astro/deux.js': 'export const a=()=>1',
  '_astro/p-320.avif': 'x'.repeat(320),
  '_astro/p-640.avif': 'x'.repeat(640),
  '_astro/p.webp': 'x'.repeat(900),
  '_astro/fonts/a.woff2': 'x'.repeat(50),
};

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'site-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the pages of a built site', () => {
  it('are told by their address and their template, in order', () => {
    expect(listPages(root).map(({ address, template }) => `${address} ${template}`)).toEqual([
      '/ accueil',
      '/404.html introuvable',
      '/ancien/ redirection',
      '/articles/a/ article',
      '/articles/b/ article',
      '/contact/ page',
      '/etiquettes/ étiquettes',
      '/etiquettes/ia/ étiquette',
      '/rubriques/x/ rubrique',
      '/rubriques/x/page/2/ rubrique',
      '/rubriques/x/y/ sous-rubrique',
    ]);
  });

  it('are represented by one page a template, the preferred one where there is a choice', () => {
    const chosen = representatives(listPages(root), ['/articles/b/']).map(({ address }) => address);
    expect(chosen).toEqual([
      '/',
      '/404.html',
      '/articles/b/',
      '/contact/',
      '/etiquettes/',
      '/etiquettes/ia/',
      '/rubriques/x/',
      '/rubriques/x/y/',
    ]);
  });

  it('say where they are published', () => {
    expect(readAddress(root)).toEqual({ origin: 'https://a.example', base: '/magazine/' });
  });

  it('weigh what they name, imports included, and the lightest picture of a choice', () => {
    const page = listPages(root).find(({ address }) => address === '/articles/b/');
    if (!page) throw new Error('no page');
    const weight = weighPage(root, '/magazine/', page);
    expect(weight).toMatchObject({ css: 0, fonts: 50, pictures: 320, requests: 5 });
    expect(weight.js).toBeGreaterThan(30);
    expect(weight.inlineJs).toBeGreaterThan(5);
    expect(weight.inlineJs).toBeLessThan(weight.html);
  });

  it('is weighed without the text that editors wrote, too', () => {
    const [short, long] = ['Un mot.', 'Dix mille mots, que le magazine ne pèse pas.'].map((text) => {
      writeFileSync(
        join(root, 'contact/index.html'),
        `<title>Contact</title><div class="prose">${text}</div>`,
      );
      return weighPage(root, '/magazine/', {
        file: 'contact/index.html',
        address: '/contact/',
        template: 'page',
      });
    });
    expect(long?.html).toBeGreaterThan(short?.html ?? 0);
    expect(long?.frame).toBe(short?.frame);
  });
});
