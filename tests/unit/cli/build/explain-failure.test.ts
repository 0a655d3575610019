import { describe, expect, it } from 'vitest';
import { explainFailure } from '#cli/build/explain-failure.ts';

const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
const plain = (error: unknown) => explainFailure(error).replace(/[\u00A0\u202F]/gu, ' ');
const REMEDY = 'Le disque est plein : libérez de la place, puis recommencez.';

describe('a build that stopped', () => {
  it.each([
    ['of itself', full],
    ['as a cause', new Error('', { cause: new Error('not written', { cause: full }) })],
    [
      'among others',
      new AggregateError([new Error('other'), new Error('a picture', { cause: full })], 'two'),
    ],
  ])('says that the disk is full, when the system says so %s', (_, error) => {
    expect(plain(error).split('\n').at(-1)).toBe(REMEDY);
    expect(plain(error)).toContain(full.message);
  });

  it.each([
    ['No space left on device', 28],
    ['File too large', 27],
    ['Disk quota exceeded', 122],
  ])('knows it by the words of tools written in Rust: %s', (words, number) => {
    const message = `Failed to write a.js\n\nCaused by:\n    ${words} (os error ${number})`;
    const told = plain(new Error(`${message}\n\nStack backtrace:\n   0: <unknown>\n   1: clone3`));
    expect(told).toBe(`${message}\n${REMEDY}`);
    expect(plain(new Error('not there (os error 2)'))).not.toContain(REMEDY);
  });

  it('knows it by what Rolldown says of a plugin, without the places of its code', () => {
    const error = new Error(
      '[plugin fonts]\nNot written\n    at write (file:///a.js:1:2)\nCaused by:\n  Error: EFBIG: file too large, write\n      at b.js:3',
    );
    expect(plain(error)).toBe(
      `[plugin fonts]\nNot written\nCaused by:\n  Error: EFBIG: file too large, write\n${REMEDY}`,
    );
  });

  it('says each reason once, and no remedy that is none', () => {
    expect(plain(new AggregateError([new Error('a'), new Error('b'), new Error('a')], 'c'))).toBe('c\na\nb');
    expect(plain('odd')).toBe('odd');
  });
});
