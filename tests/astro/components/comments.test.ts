import { describe, expect, it } from 'vitest';
import Comments from '#components/article/Comments.astro';
import type { ArticleComments, Comment } from '#content/queries/comments.ts';
import type { Discussion } from '#content/queries/comment-service.ts';
import { renderCommentText } from '#lib/comments/comment-text.ts';
import { renderComponent } from './render.ts';

const service = {
  send: '/commentaires/',
  challenge: '/commentaires/defi/',
  reply: (article: string, comment: string) => `/commentaires/repondre/?${article}&${comment}`,
  report: (article: string, comment: string) => `/commentaires/signaler/?${article}&${comment}`,
};
const discussion: Discussion = {
  service,
  feed: '/flux-commentaires.xml',
  contact: '/contact/',
  privacy: '/confidentialite/',
  retentionDays: 30,
  magazine: 'Revue',
};
const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
  id,
  anchor: `commentaire-${id}`,
  name: 'Ada',
  site: null,
  staff: false,
  date: { day: '2026-11-24', instant: '2026-11-24T10:12:00+01:00', label: '24 novembre 2026 à 10 h 12' },
  text: 'Bonjour',
  html: renderCommentText('Bonjour'),
  ...more,
});
const NONE: ArticleComments = { count: 0, threads: [] };
const render = (comments: ArticleComments, more: Partial<Discussion> = {}) =>
  renderComponent(Comments, { comments, article: 'velo', discussion: { ...discussion, ...more } });

describe('the comments of an article', () => {
  it('stand in two levels, each with its anchor and its date', async () => {
    const document = await render({
      count: 2,
      threads: [{ ...comment('a'), replies: [comment('b', { name: 'Revue', staff: true })] }],
    });
    expect(document.querySelector('h2')?.textContent?.trim()).toBe('2\u00A0commentaires');
    const inner = document.querySelector('#commentaire-a')?.parentElement?.querySelector('ol #commentaire-b');
    expect(inner?.textContent).toContain('La rédaction');
    expect(document.querySelector('#commentaire-a time')?.getAttribute('datetime')).toBe(
      '2026-11-24T10:12:00+01:00',
    );
    expect(document.querySelector('#commentaire-a .when')?.getAttribute('href')).toBe('#commentaire-a');
  });

  it('give no weight to the site of a reader', async () => {
    const document = await render({
      count: 1,
      threads: [{ ...comment('a', { site: 'https://ex.fr/' }), replies: [] }],
    });
    expect(document.querySelector('a[href="https://ex.fr/"]')?.getAttribute('rel')).toContain('nofollow ugc');
  });

  it('show the name of a reader as text', async () => {
    const document = await render({
      count: 1,
      threads: [{ ...comment('a', { name: '<img src=x onerror=alert(1)>' }), replies: [] }],
    });
    expect(document.querySelector('img')).toBeNull();
    expect(document.querySelector('strong')?.textContent).toContain('<img src=x');
  });

  it('can be answered and reported, each link saying whose they are', async () => {
    const document = await render({ count: 1, threads: [{ ...comment('a'), replies: [] }] });
    const labels = [...document.querySelectorAll('.actions a')].map((link) =>
      link.getAttribute('aria-label'),
    );
    expect(labels).toEqual(['Répondre à Ada', 'Signaler le commentaire d’Ada']);
  });

  it('are closed where no service takes them, and say where to write', async () => {
    const document = await render(NONE, { service: null });
    expect(document.querySelector('form')).toBeNull();
    expect(document.querySelector('a')?.getAttribute('href')).toBe('/contact/');
    expect(document.body.textContent).toContain('Les commentaires sont fermés.');
  });
});

describe('the form of comments', () => {
  it('works without a script, and asks no more than it must', async () => {
    const form = (await render(NONE)).querySelector('form');
    expect(form?.getAttribute('method')).toBe('post');
    expect(form?.getAttribute('action')).toBe('/commentaires/');
    const required = [...(form?.querySelectorAll('[required]') ?? [])].map((field) =>
      field.getAttribute('name'),
    );
    expect(required).toEqual(['text', 'name']);
    expect(form?.querySelector('[name=article]')?.getAttribute('value')).toBe('velo');
  });

  it('labels every field, says what is mandatory in words, and gives an example (RGAA 11.1, 11.10)', async () => {
    const form = (await render(NONE)).querySelector('form');
    for (const field of form?.querySelectorAll('input:not([type=hidden]), textarea') ?? []) {
      const label = form?.querySelector(`label[for="${field.id}"]`);
      expect(label, field.id).not.toBeNull();
      expect(label?.textContent?.includes('(obligatoire)'), field.id).toBe(field.hasAttribute('required'));
    }
    expect(form?.querySelector('label[for=commentaire-email]')?.textContent).toContain('nom@exemple.fr');
    const tokens = [...(form?.querySelectorAll('[autocomplete]') ?? [])].map((field) =>
      field.getAttribute('autocomplete'),
    );
    expect(tokens).toEqual(['name', 'email', 'url', 'off']);
  });

  it('says what becomes of what is sent (GDPR, article 13)', async () => {
    const notice = (await render(NONE)).querySelector('details')?.textContent?.replace(/\s+/gu, ' ');
    for (const words of ['Revue', 'intérêt légitime', '30 jours', 'effacement', 'CNIL'])
      expect(notice).toContain(words);
  });

  it('hides its trap from everyone but robots', async () => {
    const trap = (await render(NONE)).querySelector('[name=courriel]');
    expect(trap?.closest('[aria-hidden=true]')).not.toBeNull();
    expect(trap?.getAttribute('tabindex')).toBe('-1');
  });
});
