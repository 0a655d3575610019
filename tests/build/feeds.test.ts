import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseHTML } from 'linkedom';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readSetting } from '#content/files/content-file.ts';
import { ADDRESS_WORDS, ROUTES } from '#routes.ts';
import { articles, base, folderOf, pages, parse, read, root, searchPage } from './dist.ts';

interface Item {
  title: string;
  link: string;
  guid: { '#text': string };
  pubDate: string;
  description: string;
  'content:encoded': string;
  'media:content': Record<string, string>;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => name === 'item' || name === 'url',
});
const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
/** Folders with an old word of the sections, where copies of their feeds are. */
const oldFolders = ADDRESS_WORDS.aliases.category.map((word) => `${word}/`);
const rssFiles = files.filter(
  (file) => file.endsWith('flux.xml') && !oldFolders.some((folder) => file.startsWith(folder)),
);
const channelOf = (file: string) =>
  (parser.parse(read(file)) as { rss: { channel: Record<string, unknown> & { item?: Item[] } } }).rss.channel;
const offline = readSetting('.', 'offline') ? ['hors-ligne/index.html'] : [];
/** The file that an absolute address of this site leads to. */
const fileOf = (address: string) => {
  const { pathname } = new URL(address);
  expect(pathname.startsWith(base), address).toBe(true);
  const path = decodeURIComponent(pathname.slice(base.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
};
const isThere = (address: string) => existsSync(join(root, fileOf(address)));

describe('every RSS feed', () => {
  it('is there for the magazine and for each category, and their pages say so', () => {
    const lists = pages.filter(
      (page) =>
        page === 'index.html' || (page.startsWith(folderOf(ROUTES.category)) && !page.includes('/page/')),
    );
    expect(rssFiles).toHaveLength(lists.length);
    for (const page of lists) {
      const told = [...parse(page).querySelectorAll('link[rel=alternate]')].map((link) =>
        link.getAttribute('href'),
      );
      const own = `${base}${page.replace(/index\.html$/u, '')}flux`;
      expect(told, page).toEqual(expect.arrayContaining([`${own}.xml`, `${own}.json`]));
    }
  });

  it('is well formed, with its own address and the page that it follows', () => {
    for (const file of rssFiles) {
      expect(XMLValidator.validate(read(file)), file).toBe(true);
      const channel = channelOf(file) as unknown as { link: string; 'atom:link': Record<string, string> };
      expect(fileOf(channel['atom:link']['@_href'] ?? '')).toBe(file);
      expect(isThere(channel.link), file).toBe(true);
    }
  });

  it('has whole articles, newest first, each with a name that lasts and a date', () => {
    for (const file of rssFiles) {
      const items = channelOf(file).item ?? [];
      const dates = items.map(({ pubDate }) => new Date(pubDate).getTime());
      expect(dates, file).toEqual([...dates].sort((a, b) => b - a));
      expect(new Set(items.map(({ guid }) => guid['#text'])).size, file).toBe(items.length);
      for (const { link, guid, pubDate, 'content:encoded': html } of items) {
        expect(new Date(pubDate).toUTCString(), link).toBe(pubDate);
        expect(guid['#text'], link).toMatch(/^https:\/\//u);
        const words = (text: string) => text.replace(/\s+/gu, ' ');
        const paragraphs = [...parse(fileOf(link)).querySelectorAll('.prose > p')];
        expect(paragraphs.length, link).toBeGreaterThan(0);
        for (const paragraph of paragraphs)
          expect(
            words(parseHTML(`<html><body>${html}</body></html>`).document.body.textContent ?? ''),
            link,
          ).toContain(words(paragraph.textContent ?? ''));
      }
    }
  });

  it('leads to nothing that is not there, and loads nothing from elsewhere', () => {
    for (const { link, 'content:encoded': html, 'media:content': picture } of channelOf('flux.xml').item ??
      []) {
      expect(isThere(link), link).toBe(true);
      expect(isThere(picture['@_url'] ?? ''), link).toBe(true);
      const { document } = parseHTML(`<html><body>${html}</body></html>`);
      const sources = [...document.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? '');
      expect(sources.length, link).toBeGreaterThan(0);
      for (const source of sources) expect(isThere(source), source).toBe(true);
      for (const anchor of document.querySelectorAll('a'))
        expect(anchor.getAttribute('href'), link).toMatch(/^https:\/\//u);
      expect(document.querySelectorAll('script, style, svg, iframe, [class], [style]'), link).toHaveLength(0);
    }
  });
});

describe('every JSON feed', () => {
  it('brings what the RSS feed of the same list brings', () => {
    for (const file of rssFiles) {
      const feed = JSON.parse(read(file.replace(/xml$/u, 'json'))) as {
        version: string;
        feed_url: string;
        items: { id: string; url: string; content_html: string; date_published: string }[];
      };
      expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
      expect(fileOf(feed.feed_url)).toBe(file.replace(/xml$/u, 'json'));
      const items = channelOf(file).item ?? [];
      expect(feed.items.map(({ id }) => id)).toEqual(items.map(({ guid }) => guid['#text']));
      for (const { date_published: date } of feed.items)
        expect(date).toMatch(/T\d\d:\d\d:\d\d[+-]\d\d:\d\d$/u);
    }
  });
});

describe('the sitemap', () => {
  const urls = () =>
    (parser.parse(read('sitemap-0.xml')) as { urlset: { url: { loc: string; lastmod?: string }[] } }).urlset
      .url;

  it('lists every page that readers read and search engines may, and no other', () => {
    const robots = (page: string) => parse(page).querySelector('meta[name=robots]')?.getAttribute('content');
    const expected = pages.filter((page) => robots(page) !== 'noindex').sort();
    const isTag = (page: string) =>
      page.startsWith(folderOf(ROUTES.tag)) && page !== `${folderOf(ROUTES.tag)}index.html`;
    const thin = pages.filter((page) => isTag(page) && parse(page).querySelectorAll('.teaser').length < 2);
    expect(pages.filter((page) => robots(page) === 'noindex').sort()).toEqual(
      [...thin, ...offline, searchPage, '404.html'].sort(),
    );
    expect(
      urls()
        .map(({ loc }) => fileOf(loc))
        .sort(),
    ).toEqual(expected);
  });

  it('says no more than the protocol knows, in its forms (sitemaps.org)', () => {
    expect(urls().length).toBeLessThanOrEqual(50_000);
    for (const { loc, lastmod, ...others } of urls()) {
      expect(others, loc).toEqual({});
      expect(loc).toMatch(/^https:\/\/\S+\/$/u);
      if (lastmod !== undefined) expect(lastmod, loc).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u);
    }
  });

  it('says when each article last changed', () => {
    for (const { loc, lastmod } of urls().filter((url) => articles.includes(fileOf(url.loc)))) {
      const times = [...parse(fileOf(loc)).querySelectorAll('.byline time, .corrections time')].map((time) =>
        new Date(time.getAttribute('datetime') ?? '').getTime(),
      );
      expect(new Date(lastmod ?? '').getTime(), loc).toBe(Math.max(...times));
    }
  });

  it('is found by robots.txt, with that of the news', () => {
    const sitemaps = [...read('robots.txt').matchAll(/^Sitemap: (.*)$/gmu)].map(
      ([, address = '']) => address,
    );
    expect(sitemaps.map(fileOf)).toEqual(['sitemap-index.xml', 'sitemap-actualites.xml']);
    for (const file of sitemaps.map(fileOf)) expect(XMLValidator.validate(read(file)), file).toBe(true);
  });
});

describe('the web manifest', () => {
  it('names icons that are there, of the size they claim', async () => {
    const manifest = JSON.parse(read('manifest.webmanifest')) as {
      start_url: string;
      icons: { src: string; sizes: string }[];
    };
    expect(manifest.start_url).toBe(base);
    expect(manifest.icons.length).toBeGreaterThan(3);
    for (const { src, sizes } of manifest.icons) {
      const file = readFileSync(join(root, src.slice(base.length)));
      const { width, height } = await sharp(file).metadata();
      if (sizes !== 'any') expect(`${width}x${height}`, src).toBe(sizes);
    }
  });
});

describe('the files that machines ask for by name', () => {
  it('tell a robot and a researcher what they may do', () => {
    expect(read('.well-known/security.txt')).toMatch(/^Contact: https:\/\//u);
    const { training } = readSetting('.', 'crawlers');
    expect(JSON.parse(read('.well-known/tdmrep.json'))).toEqual([
      { location: base, 'tdm-reservation': training ? 0 : 1 },
    ]);
  });

  it('agree on the licence of texts and pictures', () => {
    const licence = readSetting('.', 'licence');
    const end = parse('index.html').querySelector('footer .end p');
    const link = end?.querySelector('a[rel=license]');
    expect(link?.getAttribute('href') ?? null).toBe(licence?.url ?? null);
    const rights = licence?.name ?? 'Tous droits réservés';
    expect(end?.textContent).toContain(rights);
    for (const file of rssFiles) expect(channelOf(file)['copyright'], file).toContain(rights);
    for (const page of articles)
      expect(/"license":"([^"]+)"/u.exec(read(page))?.[1], page).toBe(licence?.url);
    const { training } = readSetting('.', 'crawlers');
    expect(training && !licence).toBe(false);
    expect(read('robots.txt')).toMatch(
      new RegExp(`User-agent: GPTBot\\n(?:User-agent: .*\\n)*${training ? 'Allow' : 'Disallow'}: `, 'u'),
    );
  });
});
