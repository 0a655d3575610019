import { describe, expect, it } from 'vitest';
import { typesetHtml } from '#lib/html/typeset-html.ts';
import Corrections from '../../../src/components/article/Corrections.astro';
import ShareBar from '../../../src/components/article/ShareBar.astro';
import Sources from '../../../src/components/article/Sources.astro';
import TableOfContents from '../../../src/components/article/TableOfContents.astro';
import FollowCard from '../../../src/components/site/FollowCard.astro';
import Footer from '#components/site/Footer.astro';
import Breadcrumb from '../../../src/components/site/Breadcrumb.astro';
import Pagination from '../../../src/components/site/Pagination.astro';
import TagCloud from '../../../src/components/site/TagCloud.astro';
import { renderComponent } from './render.ts';

const HOSTILE = '"><script>alert(1)</script>';

describe('the share bar', () => {
  it('encodes a hostile headline in every link', async () => {
    const page = await renderComponent(ShareBar, {
      url: 'https://ex.fr/a/?b=c&d',
      title: `A & B ? ${HOSTILE}`,
    });
    const links = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    expect(links).toHaveLength(7);
    for (const link of links) expect(link).not.toMatch(/[<>"\s]/u);
    expect(page.body.innerHTML).not.toContain('<script>alert');
  });

  it('hides what needs a script until a script runs', async () => {
    const page = await renderComponent(ShareBar, { url: 'https://ex.fr/', title: 'T' });
    for (const button of page.querySelectorAll('button'))
      expect(button.closest('li')?.hasAttribute('hidden')).toBe(true);
    expect(page.querySelector('[role=status]')?.textContent).toBe('');
  });
});

describe('the tag cloud', () => {
  const tag = (name: string, count: number, weight: number) => ({
    slug: 's',
    name,
    aliases: [],
    href: '/e/',
    count,
    weight,
  });

  it('says its counts in words, singular and plural', async () => {
    const page = await renderComponent(TagCloud, {
      tags: [tag('un', 1, 1), tag('deux', 2, 5)],
      allTags: '/e/',
    });
    const texts = [...page.querySelectorAll('.cloud a')].map((link) =>
      link.textContent?.replace(/\s+/gu, ' ').trim(),
    );
    expect(texts).toEqual(['un 1 article', 'deux 2 articles']);
    expect(page.querySelector('.weight-5')?.textContent).toContain('deux');
  });

  it('cuts a long tag short and still says it whole', async () => {
    const name = 'Industrie du futur Relocalisation industrielle Transition écologique';
    const page = await renderComponent(TagCloud, { tags: [tag(name, 1, 1)], allTags: '/e/' });
    const link = page.querySelector('.cloud a');
    expect(link?.getAttribute('title')).toBe(name);
    expect(link?.textContent).toContain('Relocalisation');
    expect(link?.querySelector('.cut')?.textContent?.length).toBeLessThanOrEqual(26);
  });

  it('can be skipped', async () => {
    const page = await renderComponent(TagCloud, { tags: [tag('un', 1, 1)], allTags: '/e/' });
    const target = page.querySelector('.skip')?.getAttribute('href')?.slice(1) ?? '';
    expect(page.getElementById(target)).not.toBeNull();
  });
});

describe('the follow card', () => {
  it('names the network in each link', async () => {
    const networks = [{ network: 'tiktok', url: 'https://www.tiktok.com/@x', followers: '7\u00A0M+' }];
    const page = await renderComponent(FollowCard, {
      card: { title: 'Suivez-nous', text: 'T', countedOn: '1er\u00A0mai 2026', networks },
      magazine: 'Innovations',
    });
    const link = page.querySelector('a');
    expect(link?.textContent?.trim()).toBe('Suivre');
    expect(link?.getAttribute('aria-label')).toBe('Suivre Innovations sur TikTok');
    expect(page.querySelector('.mark svg')?.getAttribute('aria-hidden')).toBe('true');
  });
});

describe('the follow card of example numbers', () => {
  it('says that they are examples', async () => {
    const page = await renderComponent(FollowCard, {
      card: { title: 'Suivez-nous', text: 'T', isExample: true, countedOn: null, networks: [] },
      magazine: 'Innovations',
    });
    expect(page.querySelector('.follow > p:last-child')?.textContent?.trim()).toBe(
      'Chiffres d’exemple, à remplacer.',
    );
  });
});

describe('the footer', () => {
  const footer = {
    name: 'N',
    tagline: 'T',
    home: '/',
    sections: [],
    pages: [],
    feed: '/f',
    readingList: null,
  };
  const said = async (licence: object | null) =>
    (await renderComponent(Footer, { ...footer, licence })).querySelector('.end p');

  it('links the licence of texts and pictures', async () => {
    const line = await said({ name: 'CC BY 4.0', url: 'https://ex.fr/by' });
    expect(line?.textContent?.replace(/\s+/gu, ' ').trim()).toBe('Textes et images sous licence CC BY 4.0.');
    expect(line?.querySelector('a')?.getAttribute('href')).toBe('https://ex.fr/by');
  });

  it('reserves all rights without a licence', async () => {
    expect((await said(null))?.textContent?.trim()).toBe('Tous droits réservés.');
  });
});

describe('the sources', () => {
  it('say the language of a foreign title', async () => {
    const sources = [
      { title: 'Energy and AI', language: 'en', publisher: 'AIE', url: 'https://www.iea.org/', date: null },
      { title: 'Loi', language: 'fr', publisher: 'Légifrance', url: null, date: '2024' },
    ];
    const page = await renderComponent(Sources, { sources });
    expect(page.querySelector('a')?.getAttribute('lang')).toBe('en');
    expect(page.querySelectorAll('[lang]')).toHaveLength(1);
    expect(page.body.textContent).toContain('Légifrance, 2024');
  });
});

describe('the corrections', () => {
  it('are dated, and typeset', async () => {
    const date = { day: '2024-07-01', instant: '2024-07-01T00:00:00+02:00', label: '1er\u00A0juillet 2024' };
    const page = await renderComponent(Corrections, {
      corrections: [{ date, text: 'Nous avions écrit «\u00A0deux\u00A0».' }],
    });
    expect(page.querySelector('time')?.getAttribute('datetime')).toBe('2024-07-01');
    expect(page.querySelector('li')?.textContent).toContain('deux');
  });
});

describe('the breadcrumb', () => {
  it('is an ordered list that ends on the page itself', async () => {
    const page = await renderComponent(Breadcrumb, {
      ancestors: [{ label: 'Accueil', href: '/' }],
      current: 'Le 1er\u00A0mai',
    });
    expect(page.querySelector('nav')?.getAttribute('aria-label')).toBe('Fil d’Ariane');
    const last = page.querySelector('ol > li:last-child');
    expect(last?.getAttribute('aria-current')).toBe('page');
    expect(last?.querySelector('a')).toBeNull();
    expect(last?.querySelector('sup')?.textContent).toBe('er');
  });
});

describe('the contents list', () => {
  it('shows hostile headings as text', async () => {
    const page = await renderComponent(TableOfContents, {
      headings: [{ id: 'a', html: typesetHtml(HOSTILE) }],
    });
    expect(page.querySelector('script')).toBeNull();
    expect(page.querySelector('a')?.textContent?.trim()).toBe(HOSTILE);
  });
});

describe('the pagination', () => {
  it('says where it is, and leads only where there is a page', async () => {
    const page = await renderComponent(Pagination, { number: 2, last: 2, previous: '/a/', next: null });
    expect(page.querySelector('[aria-current]')?.textContent).toBe('Page 2 sur 2');
    expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('rel'))).toEqual(['prev']);
  });
});
