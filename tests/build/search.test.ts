import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifest } from '#search/index/manifest.ts';
import { openSearchIndex } from '#search/index/search-index.ts';
import { pagefindRecord } from '#search/index/pagefind-record.ts';
import { foldText, unfoldText } from '#search/search-text.ts';
import { ROUTES } from '#routes.ts';
import { articles, base, folderOf, pages, parse, root, searchPage } from './dist.ts';

const folder = join(root, 'pagefind');
const records = [...(await openSearchIndex(process.cwd())).records()].map(pagefindRecord);
const addressOf = (page: string) => `/${page.replace('index.html', '')}`;

function recordOf(page: string) {
  const record = records.find(({ url }) => url === addressOf(page));
  if (!record) throw new Error(`no record of ${page}`);
  const { meta = {}, filters = {}, content } = record;
  return { meta, filters, content };
}

/** A text without what only a page sets: no-break spaces and hyphens, lowered digits. */
const plain = (text: string) =>
  text
    .replace(/[\u00A0\u202F]/gu, ' ')
    .replace(/\u2011/gu, '-')
    .replace('CO₂', 'CO2');

describe('the search index', () => {
  it('holds every article, and the first page of every list that the site has', () => {
    const held = Object.keys(readManifest(folder)?.records ?? {});
    expect(held.filter((url) => url.startsWith(`/${folderOf(ROUTES.article)}`)).sort()).toEqual(
      articles.map(addressOf).sort(),
    );
    for (const url of held) expect(pages, url).toContain(`${url.slice(1)}index.html`);
    const folders = [ROUTES.author, ROUTES.category, ROUTES.tag].map(folderOf);
    const isList = (page: string) =>
      folders.some((folder) => page.startsWith(folder) && page !== `${folder}index.html`);
    const lists = pages.filter((page) => isList(page));
    const first = lists.filter((page) => !page.includes('/page/')).map(addressOf);
    expect(held).toEqual(expect.arrayContaining(first));
  });

  it('brings no interface that the magazine does not use', () => {
    expect(readdirSync(folder).filter((file) => /-ui|highlight|playground|unknown/u.test(file))).toEqual([]);
  });

  it('knows of each article what its page says', () => {
    for (const page of articles) {
      const document = parse(page);
      const { meta, filters } = recordOf(page);
      const title = document.querySelector('h1')?.textContent?.trim() ?? '';
      expect(plain(unfoldText(meta['title'] ?? '')), page).toBe(plain(title));
      expect(meta['section'], page).toBe(document.querySelector('.kicker')?.textContent?.trim());
      expect(meta['date'], page).toBe(document.querySelector('.byline time')?.textContent?.trim());
      const offered = [...document.querySelectorAll('.cover source, .cover img')]
        .flatMap((each) => [each.getAttribute('src'), each.getAttribute('srcset')])
        .flatMap((set) => (set ?? '').split(/,? +/u));
      expect(offered, page).toContain(`${base}${meta['image']}`);
      const trail = document.querySelectorAll('.breadcrumb a').length - 1;
      expect(filters['rubrique'], page).toHaveLength(trail);
      expect(filters['annee'], page).toEqual([meta['day']?.slice(0, 4)]);
      expect(filters['etiquette']?.length, page).toBe(document.querySelectorAll('.article-tags a').length);
    }
  });

  it('can be shown in French again', () => {
    for (const page of articles) {
      const lead = parse(page).querySelector('.lead')?.textContent?.trim() ?? '';
      const { content } = recordOf(page);
      expect(content, page).not.toMatch(/[’œ\u202F\u00A0]/u);
      expect(content.startsWith(foldText(lead)), page).toBe(true);
      const shown = unfoldText(foldText(lead));
      expect(plain(shown), page).toBe(plain(lead));
      for (const sign of shown.matchAll(/(.)[;!?»]/gu)) expect(sign[1], page).toMatch(/[\u00A0\u202F;!?»]/u);
    }
  });
});

describe('the page of the search', () => {
  it('offers filters that the index knows', () => {
    const known = (name: string) => new Set(records.flatMap(({ filters }) => filters?.[name] ?? []));
    for (const name of ['etiquette', 'annee']) {
      const offered = [...parse(searchPage).querySelectorAll(`[name=${name}] option[value]`)]
        .map((option) => option.getAttribute('value') ?? '')
        .filter(Boolean);
      expect(new Set(offered), name).toEqual(known(name));
    }
  });

  it('is where the one search field of every page leads', () => {
    for (const page of pages) {
      const forms = [...parse(page).querySelectorAll('[role=search]')];
      expect(
        forms.map((form) => form.getAttribute('action')),
        page,
      ).toEqual([base + folderOf(ROUTES.search)]);
    }
  });
});
