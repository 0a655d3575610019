import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digestOf } from '#storage/digest.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

describe('a digest', () => {
  it('is that of the parts, each followed by a null character', () => {
    const whole = createHash('sha256').update('été\0b\0').digest('hex');
    expect(digestOf('été', 'b')).toBe(whole.slice(0, 20));
  });

  it('is the same for a text and for its bytes, in any position', () => {
    const text = digestOf('a', 'été', 'c');
    expect(digestOf('a', bytes('été'), 'c')).toBe(text);
    expect(digestOf(bytes('a'), bytes('été'), 'c')).toBe(text);
    expect(digestOf('a', 'été', bytes('c'))).toBe(text);
  });

  it('differs when the same text is divided elsewhere', () => {
    expect(
      new Set([digestOf('ab', 'c'), digestOf('a', 'bc'), digestOf('abc'), digestOf('abc', '')]).size,
    ).toBe(4);
  });
});
