import { afterEach, describe, expect, it, vi } from 'vitest';
import { articleState, isShown, readPublication } from '#content/files/publication.ts';
import { parseDate } from '#lib/dates.ts';

const at = (text: string) => ({ now: new Date(text), preview: false });
const article = (written: string, draft = false) => ({
  draft,
  publishedAt: parseDate(written) ?? new Date(NaN),
});

describe('an article', () => {
  it.each([
    // Paris is one hour ahead of UTC in winter, and two hours in summer.
    ['2027-01-15 08:00', '2027-01-15T07:00:00Z'],
    ['2027-07-15 08:00', '2027-07-15T06:00:00Z'],
    ['2027-03-28 03:00', '2027-03-28T01:00:00Z'],
    ['2027-10-31', '2027-10-30T22:00:00Z'],
    ['2027-11-01', '2027-10-31T23:00:00Z'],
  ])('dated %s appears at %s, and not a second before', (written, instant) => {
    const second = 1000;
    const before = new Date(new Date(instant).getTime() - second).toISOString();
    expect(articleState(article(written), new Date(before))).toBe('scheduled');
    expect(articleState(article(written), new Date(instant))).toBe('published');
  });

  it('that is a draft is never shown, but in a preview', () => {
    const draft = article('2020-01-01', true);
    expect(articleState(draft, new Date('2027-01-01'))).toBe('draft');
    expect(isShown(draft, at('2027-01-01'))).toBe(false);
    expect(isShown(draft, { ...at('2027-01-01'), preview: true })).toBe(true);
  });
});

describe('a build', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('publishes as of the instant it is told, or of now', () => {
    vi.stubEnv('PREVIEW', '');
    vi.stubEnv('PUBLICATION_NOW', '2027-03-28T01:00:00Z');
    expect(readPublication()).toEqual({ now: new Date('2027-03-28T01:00:00Z'), preview: false });
    vi.stubEnv('PUBLICATION_NOW', '');
    expect(Math.abs(readPublication().now.getTime() - Date.now())).toBeLessThan(600_000);
  });

  it('refuses an instant that is none', () => {
    vi.stubEnv('PUBLICATION_NOW', 'demain');
    expect(() => readPublication()).toThrow('« demain » n’est pas une date');
  });
});
