import { describe, expect, it } from 'vitest';
import { relativeTime } from '#lib/relative-time.ts';

const now = new Date('2026-11-24T12:00:00Z');
const ago = (seconds: number) => relativeTime(new Date(now.getTime() - seconds * 1000), now);

describe('how long ago a comment was written', () => {
  it.each([
    [-600, 'à l’instant'],
    [59, 'à l’instant'],
    [60, 'il y a 1 minute'],
    [2 * 3600, 'il y a 2 heures'],
    [24 * 3600, 'hier'],
    [3 * 24 * 3600, 'il y a 3 jours'],
    [8 * 24 * 3600, 'la semaine dernière'],
    [90 * 24 * 3600, 'il y a 3 mois'],
    [800 * 24 * 3600, 'il y a 2 ans'],
  ])('%i seconds is said « %s »', (seconds, words) => {
    expect(ago(seconds).replaceAll('\u00A0', ' ')).toBe(words);
  });
});
