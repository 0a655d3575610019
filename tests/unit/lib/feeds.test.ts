import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { Feed, FeedItem } from '#lib/feeds/feed.ts';
import { writeJsonFeed } from '#lib/feeds/json-feed.ts';
import { writeNewsSitemap } from '#lib/feeds/news-sitemap.ts';
import { writeRobots, writeTdmReservation } from '#lib/well-known/robots.ts';
import { writeRss } from '#lib/feeds/rss.ts';
import { writeSecurityTxt } from '#lib/well-known/security-txt.ts';

const HOSTILE = `« A & B » <script>alert(1)</script> ]]> "'`;
const feed: Feed = {
  title: HOSTILE,
  description: HOSTILE,
  home: 'https://ex.fr/',
  rss: 'https://ex.fr/flux.xml',
  json: 'https://ex.fr/flux.json',
  icon: 'https://ex.fr/icones/512.png',
  rights: HOSTILE,
  items: [
    {
      id: 'https://ex.fr/articles/ancien/',
      url: 'https://ex.fr/articles/nouveau/',
      title: HOSTILE,
      summary: HOSTILE,
      html: `<p>${HOSTILE}</p>`,
      picture: { url: 'https://ex.fr/a.jpg?b&c', alt: HOSTILE, width: 1200, height: 675, type: 'image/jpeg' },
      publishedAt: '2024-06-21T00:00:00+02:00',
      changedAt: '2024-07-01T08:00:00+02:00',
      authors: [
        { name: HOSTILE, url: 'https://ex.fr/auteurs/a/' },
        { name: 'B', url: 'https://ex.fr/auteurs/b/' },
      ],
      tags: [HOSTILE, 'IA'],
    },
  ],
};

describe('an RSS feed', () => {
  it('is well formed whatever the words, and gives them back', async () => {
    const xml = await writeRss(feed);
    expect(XMLValidator.validate(xml)).toBe(true);
    const { rss } = new XMLParser({ ignoreAttributes: false }).parse(xml) as { rss: Record<string, never> };
    const { channel } = rss as unknown as { channel: Record<string, unknown> };
    expect(channel['title']).toBe(HOSTILE);
    expect(channel['copyright']).toBe(HOSTILE);
    expect(channel['item']).toMatchObject({
      title: HOSTILE,
      description: HOSTILE,
      'content:encoded': `<p>${HOSTILE}</p>`,
      guid: { '#text': 'https://ex.fr/articles/ancien/', '@_isPermaLink': 'false' },
      link: 'https://ex.fr/articles/nouveau/',
      pubDate: 'Thu, 20 Jun 2024 22:00:00 GMT',
      'dc:creator': [HOSTILE, 'B'],
      category: [HOSTILE, 'IA'],
    });
  });

  it('says when it and its articles last changed, whenever it is built', async () => {
    const [item] = feed.items;
    const older = { ...item, changedAt: '2024-06-30T23:00:00-05:00' } as FeedItem;
    const xml = await writeRss({ ...feed, items: [...feed.items, older] });
    expect(xml).toContain('<lastBuildDate>Mon, 01 Jul 2024 06:00:00 GMT</lastBuildDate>');
    expect(xml).toContain('<atom:updated>2024-07-01T08:00:00+02:00</atom:updated>');
    expect(await writeRss({ ...feed, items: [] })).not.toContain('lastBuildDate');
  });

  it('says its own address, and the picture of each article with its size', async () => {
    const xml = await writeRss(feed);
    expect(xml).toContain('<atom:link href="https://ex.fr/flux.xml" rel="self" type="application/rss+xml"');
    expect(xml).toContain('url="https://ex.fr/a.jpg?b&amp;c" medium="image" type="image/jpeg" width="1200"');
  });
});

describe('a JSON feed', () => {
  it('has what version 1.1 asks for', () => {
    expect(JSON.parse(writeJsonFeed(feed))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: HOSTILE,
      feed_url: 'https://ex.fr/flux.json',
      items: [
        {
          id: 'https://ex.fr/articles/ancien/',
          content_html: `<p>${HOSTILE}</p>`,
          date_published: '2024-06-21T00:00:00+02:00',
          date_modified: '2024-07-01T08:00:00+02:00',
        },
      ],
    });
  });
});

describe('the sitemap of the news', () => {
  const now = new Date('2024-06-21T12:00:00Z');
  const article = (title: string, publishedAt: string) => ({ url: 'https://ex.fr/a/', title, publishedAt });
  const titles = (xml: string) =>
    [...xml.matchAll(/<news:title>(.*?)<\/news:title>/gu)].map(([, title]) => title);

  it('holds the last two days, and nothing to come', () => {
    const xml = writeNewsSitemap(
      [
        article('demain', '2024-06-22T00:00:00+02:00'),
        article('ce matin', '2024-06-21T09:00:00+02:00'),
        article('juste à temps', '2024-06-19T14:00:00+02:00'),
        article('trop vieux', '2024-06-19T13:59:59+02:00'),
      ],
      'M',
      now,
    );
    expect(titles(xml)).toEqual(['ce matin', 'juste à temps']);
    expect(XMLValidator.validate(xml)).toBe(true);
  });

  it('holds a thousand articles at most', () => {
    const many = Array.from({ length: 1200 }, (_, rank) => article(`n${rank}`, '2024-06-21T09:00:00+02:00'));
    expect(titles(writeNewsSitemap(many, 'M', now))).toHaveLength(1000);
  });

  it('asks for no article after the first that is too old', () => {
    const asked: string[] = [];
    function* archive() {
      for (const day of ['21', '19', '18']) {
        asked.push(day);
        yield article(day, `2024-06-${day}T09:00:00+02:00`);
      }
    }
    expect(titles(writeNewsSitemap(archive(), 'M', now))).toEqual(['21']);
    expect(asked).toEqual(['21', '19']);
  });

  it('is valid without any, and with any title', () => {
    expect(XMLValidator.validate(writeNewsSitemap([], 'M', now))).toBe(true);
    const xml = writeNewsSitemap([article(HOSTILE, '2024-06-21T09:00:00+02:00')], HOSTILE, now);
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).not.toContain('<script>');
  });
});

describe('robots.txt', () => {
  const agents = (text: string, rule: string) =>
    text
      .split('\n\n')
      .filter((group) => group.endsWith(rule))
      .flatMap((group) => [...group.matchAll(/User-agent: (.*)/gu)].map(([, name]) => name));

  it('turns away those whom the magazine refuses, and no other', () => {
    const text = writeRobots({ training: false, search: true }, '/', ['https://ex.fr/sitemap-index.xml']);
    expect(agents(text, 'Disallow: /')).toContain('GPTBot');
    expect(agents(text, 'Disallow: /')).not.toContain('OAI-SearchBot');
    expect(agents(text, '\nAllow: /')).toEqual(expect.arrayContaining(['*', 'OAI-SearchBot']));
    expect(text).toContain('Sitemap: https://ex.fr/sitemap-index.xml');
  });

  it('follows each setting by itself', () => {
    const text = writeRobots({ training: true, search: false }, '/magazine/', []);
    expect(agents(text, 'Disallow: /magazine/')).toContain('OAI-SearchBot');
    expect(agents(text, 'Disallow: /magazine/')).not.toContain('GPTBot');
  });

  it('never names a robot twice', () => {
    const text = writeRobots({ training: false, search: true }, '/', []);
    const names = [...text.matchAll(/User-agent: (.*)/gu)].map(([, name]) => name?.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it('agrees with the reservation of text and data mining', () => {
    expect(JSON.parse(writeTdmReservation({ training: false, search: true }, '/'))).toEqual([
      { location: '/', 'tdm-reservation': 1 },
    ]);
    expect(writeTdmReservation({ training: true, search: true }, '/')).toContain('"tdm-reservation":0');
  });
});

describe('security.txt', () => {
  it('says whom to write to, and expires within a year', () => {
    const now = new Date('2026-08-31T23:30:00Z');
    const text = writeSecurityTxt('https://ex.fr/contact/', 'https://ex.fr/.well-known/security.txt', now);
    const expires = new Date(/^Expires: (.*)$/mu.exec(text)?.[1] ?? '');
    expect(text).toMatch(/^Contact: https:\/\/ex\.fr\/contact\/$/mu);
    expect(text).toMatch(/^Canonical: https:\/\/ex\.fr\/\.well-known\/security\.txt$/mu);
    const days = (expires.getTime() - now.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(150);
    expect(days).toBeLessThan(365);
  });
});
