import { describe, expect, it } from 'vitest';
import { findLastChanges, lastChange } from '#content/files/last-changes.ts';
import type { PublishedArticle } from '#content/files/published.ts';

const day = (text: string) => new Date(`${text}T12:00:00Z`);
const article = (
  slug: string,
  data: Partial<PublishedArticle['data']>,
): Pick<PublishedArticle, 'slug' | 'data'> => ({
  slug,
  data: {
    publishedAt: day('2024-06-21'),
    category: 'mobilite',
    tags: ['voiture'],
    authors: ['redaction'],
    corrections: [],
    ...data,
  } as PublishedArticle['data'],
});
const lists = {
  categoryPaths: new Map([['mobilite', ['societes', 'mobilite']]]),
  tagSlugs: new Map([
    ['voiture', 'voiture'],
    ['automobile', 'voiture'],
  ]),
  pages: new Set(['contact']),
  pageRoles: new Map(),
  pageUpdates: new Map([['contact', day('2025-01-01')]]),
};

describe('the last change of an article', () => {
  it('is its publication, its update or its last correction', () => {
    const publishedAt = day('2024-06-21');
    expect(lastChange({ publishedAt, corrections: [] })).toEqual(publishedAt);
    expect(lastChange({ publishedAt, updatedAt: day('2024-07-01'), corrections: [] })).toEqual(
      day('2024-07-01'),
    );
    expect(
      lastChange({ publishedAt, updatedAt: day('2024-07-01'), corrections: [{ date: day('2024-08-01') }] }),
    ).toEqual(day('2024-08-01'));
  });
});

describe('the last change of a page', () => {
  it('is that of the newest article in its list', () => {
    const changes = findLastChanges(
      [
        article('vieux', { corrections: [{ date: day('2025-03-01'), text: '' }] }),
        article('neuf', { publishedAt: day('2024-12-31'), tags: ['automobile'] }),
      ],
      lists,
      '/magazine',
    );
    expect(Object.fromEntries(changes)).toEqual({
      '/magazine/': day('2025-03-01'),
      '/magazine/articles/vieux/': day('2025-03-01'),
      '/magazine/articles/neuf/': day('2024-12-31'),
      '/magazine/rubriques/societes/': day('2025-03-01'),
      '/magazine/rubriques/societes/mobilite/': day('2025-03-01'),
      '/magazine/etiquettes/voiture/': day('2025-03-01'),
      '/magazine/etiquettes/': day('2025-03-01'),
      '/magazine/auteurs/redaction/': day('2025-03-01'),
      '/magazine/archives/': day('2025-03-01'),
      '/magazine/archives/2024/': day('2025-03-01'),
      '/magazine/archives/2024/06/': day('2025-03-01'),
      '/magazine/archives/2024/12/': day('2024-12-31'),
      '/magazine/contact/': day('2025-01-01'),
    });
  });
});
