import { describe, expect, it } from 'vitest';
import { submissionSchema } from '#model/comment-schema.ts';

const sent = (fields: object) =>
  submissionSchema.safeParse({ article: 'un-article', name: 'Ada', text: 'Texte', ...fields });
const faultsOf = (fields: object) => sent(fields).error?.issues.map(({ path }) => path[0]) ?? [];

/** Invisible texts: spaces, hidden characters, blank letters, marks without a letter. */
const NOTHING = [
  ...['', ' ', '\u00A0', '\u2003', '\u3000', '\n\n', '\t', '\u2028'],
  ...[
    '\u200B',
    '\u200C',
    '\u200D',
    '\u2060',
    '\u2063',
    '\uFEFF',
    '\u00AD',
    '\u061C',
    '\u180E',
    '\u202E',
    '\u{E0041}',
  ],
  ...[
    '\u3164',
    '\u115F',
    '\u1160',
    '\uFFA0',
    '\u2800',
    '\u17B4',
    '\u034F',
    '\uFE0F',
    '\u0301',
    '\u200B\u3164 \u2800',
  ],
];
const code = (text: string) => [...text].map((one) => one.codePointAt(0)?.toString(16)).join(' ');

describe('the name and the text of a reader', () => {
  it.each(NOTHING.map((text) => [code(text), text]))('that show nothing are missing: %s', (_, text) => {
    expect(faultsOf({ name: text, text })).toEqual(['name', 'text']);
  });

  it.each([
    ['admin\u200B', 'admin'],
    ['ad\u200Dmin', 'admin'],
    ['\u202Eada', 'ada'],
    ['A\u00ADda', 'Ada'],
    ['Jean\u3164Paul', 'Jean Paul'],
    [' Jean \u2028 Paul\u2800', 'Jean Paul'],
    ['e\u0301', 'é'],
    ['👩🏽‍💻', '👩🏽‍💻'],
    ['🏳️‍🌈', '🏳️‍🌈'],
    ['علی‌رضا', 'علی‌رضا'],
    ['Nguyễn'.normalize('NFD'), 'Nguyễn'],
    ['Ἀχιλλεύς'.normalize('NFD'), 'Ἀχιλλεύς'],
  ])('of %j keep what shows', (name, kept) => expect(sent({ name }).data?.name).toBe(kept));

  it.each([5, 59, 3_000])('with %i accents on one letter are refused', (count) => {
    const stacked = `a${'\u0301'.repeat(count)}`;
    expect(faultsOf({ name: stacked, text: stacked.replaceAll('\u0301', '\u0301\u200B') })).toEqual([
      'name',
      'text',
    ]);
  });

  it('are bounded in what shows, whatever is hidden in them', () => {
    expect(faultsOf({ name: `${'a\u200B'.repeat(60)}` })).toEqual([]);
    expect(faultsOf({ name: 'a'.repeat(61), text: 'a'.repeat(4_001) })).toEqual(['name', 'text']);
  });
});
