import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '#content/files/article-file.ts';
import { readSetting } from '#content/files/content-file.ts';
import { ROUTES } from '#routes.ts';
import { articles, folderOf, pages, parse, root } from './dist.ts';

/** The magazine's own pages, in the order of the footer. */
const FOLDER = 'content/pages';
const own = (existsSync(FOLDER) ? readdirSync(FOLDER) : [])
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => {
    const { data } = parseDocument('page', name, readFileSync(join(FOLDER, name), 'utf8'));
    return { slug: name.replace(/\.mdx$/u, ''), order: data?.order ?? 0, role: data?.role };
  })
  .sort((a, b) => a.order - b.order || a.slug.localeCompare(b.slug));
const slugs = own.map(({ slug }) => slug);
const pageOf = (role: string) => own.find((page) => page.role === role)?.slug;
const offline = readSetting('.', 'offline') ? ['hors-ligne/'] : [];

/** Path in dist/ of what a link of the site leads to, whatever its base path. */
function target(href: string, base: string): string {
  return decodeURIComponent(href.slice(base.length));
}

describe('the pages of the magazine', () => {
  it('are all there', () => {
    expect(slugs.filter((slug) => !existsSync(join(root, slug, 'index.html')))).toEqual([]);
  });

  it('are linked from the footer of every page, in their order', () => {
    for (const page of pages) {
      const document = parse(page);
      const base = document.querySelector('.wordmark')?.getAttribute('href') ?? '';
      const links = [...document.querySelectorAll('footer nav a')].map((link) =>
        target(link.getAttribute('href') ?? '', base),
      );
      expect(links, page).toEqual([...slugs.map((slug) => `${slug}/`), ...offline, 'flux.xml']);
    }
  });

  it('have no drop cap', () => {
    for (const slug of slugs)
      expect(parse(`${slug}/index.html`).querySelector('.prose')?.classList.contains('drop-cap')).toBe(false);
  });
});

describe.runIf(pageOf('corrections'))('the page of corrections', () => {
  it('has every correction of every article, newest first, or says that there is none', () => {
    const made = articles.flatMap((page) => [...parse(page).querySelectorAll('.corrections li')]);
    const log = parse(`${pageOf('corrections')}/index.html`).querySelector('.log');
    const days = [...(log?.querySelectorAll('time') ?? [])].map(
      (time) => time.getAttribute('datetime') ?? '',
    );
    expect(days).toHaveLength(made.length);
    expect(days).toEqual(days.toSorted().toReversed());
    if (made.length === 0) expect(log?.textContent).toContain('Aucun article n’a été corrigé');
  });
});

describe.runIf(pageOf('plan-du-site'))('the site map', () => {
  it('leads to every page but articles and tags, and to the first of each list', () => {
    const document = parse(`${pageOf('plan-du-site')}/index.html`);
    const base = document.querySelector('.wordmark')?.getAttribute('href') ?? '';
    const linked = new Set(
      [...document.querySelectorAll('main a')].map((link) => target(link.getAttribute('href') ?? '', base)),
    );
    const tags = folderOf(ROUTES.tag);
    const isTag = (page: string) => page.startsWith(tags) && page !== `${tags}index.html`;
    const missing = pages
      .filter(
        (page) => page !== '404.html' && !articles.includes(page) && !isTag(page) && !page.includes('/page/'),
      )
      .map((page) => page.replace(/index\.html$/u, ''))
      .filter((path) => !linked.has(path));
    expect(missing).toEqual([]);
    expect(linked.has(tags)).toBe(true);
  });
});
