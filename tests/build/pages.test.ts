import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages, parse, root } from './dist.ts';

const SLUGS = [
  'a-propos',
  'la-charte',
  'corrections',
  'mentions-legales',
  'confidentialite',
  'accessibilite',
  'contact',
  'plan-du-site',
];
const text = (slug: string) => parse(`${slug}/index.html`).querySelector('main')?.textContent ?? '';

/** Path in dist/ of what a link of the site leads to, whatever its base path. */
function target(href: string, base: string): string {
  return decodeURIComponent(href.slice(base.length));
}

describe('the pages of the magazine', () => {
  it('are all there', () => {
    expect(SLUGS.filter((slug) => !existsSync(join(root, slug, 'index.html')))).toEqual([]);
  });

  it('are linked from the footer of every page, in their order', () => {
    for (const page of pages) {
      const document = parse(page);
      const base = document.querySelector('.wordmark')?.getAttribute('href') ?? '';
      const links = [...document.querySelectorAll('footer nav a')].map((link) =>
        target(link.getAttribute('href') ?? '', base),
      );
      expect(links, page).toEqual([...SLUGS.map((slug) => `${slug}/`), 'hors-ligne/', 'flux.xml']);
    }
  });

  it('have no drop cap', () => {
    for (const slug of SLUGS)
      expect(parse(`${slug}/index.html`).querySelector('.prose')?.classList.contains('drop-cap')).toBe(false);
  });

  it('show what the publisher must still fill in', () => {
    const marks = [...parse('mentions-legales/index.html').querySelectorAll('mark')];
    expect(marks.length).toBeGreaterThan(5);
    for (const mark of marks) expect(mark.textContent).toMatch(/^À compléter\u00A0: \S/u);
  });

  it('state what the law asks for', () => {
    for (const part of ['Éditeur', 'Hébergeur', 'Droit de réponse', 'publication'])
      expect(text('mentions-legales')).toContain(part);
    for (const part of ['responsable', 'Fondement', 'Vos droits', 'Commission nationale de l’informatique'])
      expect(text('confidentialite')).toContain(part);
    for (const part of ['État de conformité', 'non conforme', 'Voies de recours', 'Défenseur des droits'])
      expect(text('accessibilite')).toContain(part);
  });
});

describe('the page of corrections', () => {
  it('has every correction of every article, newest first, or says that there is none', () => {
    const made = pages
      .filter((page) => page.startsWith('articles/'))
      .flatMap((page) => [...parse(page).querySelectorAll('.corrections li')]);
    const log = parse('corrections/index.html').querySelector('.log');
    const days = [...(log?.querySelectorAll('time') ?? [])].map(
      (time) => time.getAttribute('datetime') ?? '',
    );
    expect(days).toHaveLength(made.length);
    expect(days).toEqual(days.toSorted().toReversed());
    if (made.length === 0) expect(log?.textContent).toContain('Aucun article n’a été corrigé');
  });
});

describe('the site map', () => {
  it('leads to every page but articles and tags, and to the first of each list', () => {
    const document = parse('plan-du-site/index.html');
    const base = document.querySelector('.wordmark')?.getAttribute('href') ?? '';
    const linked = new Set(
      [...document.querySelectorAll('main a')].map((link) => target(link.getAttribute('href') ?? '', base)),
    );
    const missing = pages
      .filter((page) => page !== '404.html' && !/^(?:articles|etiquettes\/.)|\/page\//u.test(page))
      .map((page) => page.replace(/index\.html$/u, ''))
      .filter((path) => !linked.has(path));
    expect(missing).toEqual([]);
    expect(linked.has('etiquettes/')).toBe(true);
  });
});
