import { describe, expect, it } from 'vitest';
import Comments from '#components/article/Comments.astro';
import FollowCard from '#components/site/FollowCard.astro';
import Masthead from '#components/site/Masthead.astro';
import { discussion } from '#components/examples/samples.ts';
import { renderComponent } from './render.ts';

const masthead = {
  name: 'La Forme',
  home: '/',
  search: '/recherche/',
  navigation: [],
  current: null,
  hasField: true,
};

describe('the masthead', () => {
  it('has the name of the magazine and a dot', async () => {
    const link = (await renderComponent(Masthead, { ...masthead, mark: null })).querySelector('.wordmark');
    expect(link?.textContent?.trim()).toBe('La Forme');
    expect(link?.querySelector('.dot')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('has a drawn mark in their place, which is read as the name', async () => {
    const mark = '<svg viewBox="0 0 4 1" aria-hidden="true"><path d="M0 0h4v1z"/></svg>';
    const link = (await renderComponent(Masthead, { ...masthead, mark })).querySelector('.wordmark');
    expect(link?.querySelector('.visually-hidden')?.textContent).toBe('La Forme');
    expect(link?.querySelector('.mark svg')?.getAttribute('aria-hidden')).toBe('true');
    expect(link?.querySelector('.dot')).toBeNull();
  });
});

it('a follow card without networks counts no follower', async () => {
  const card = { title: 'Suivez-nous', text: 'T', isExample: false, countedOn: null, networks: [] };
  const page = await renderComponent(FollowCard, { card, magazine: 'La Forme', feed: '/flux.xml' });
  expect(page.querySelectorAll('.follow > p')).toHaveLength(1);
});

it('closed comments lead to the contact page only when there is one', async () => {
  const comments = { count: 0, threads: [] };
  const closed = { ...discussion, service: null };
  const linksOf = async (contact: string | null) => {
    const props = { comments, article: 'a', discussion: { ...closed, contact } };
    return [...(await renderComponent(Comments, props)).querySelectorAll('a')].map((link) =>
      link.getAttribute('href'),
    );
  };
  expect(await linksOf('/nous-ecrire/')).toEqual(['/nous-ecrire/']);
  expect(await linksOf(null)).toEqual([]);
});
