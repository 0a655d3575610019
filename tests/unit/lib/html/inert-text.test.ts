import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inertJson, inertLine, inertText } from '#lib/html/inert-text.ts';

const OBEYED = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u;
const anything = fc.string({ unit: 'binary' });
const hostile = fc
  .array(
    fc.constantFrom('\u001B[2J', '\u001B]0;', '\u0007', '\u009B31m', '\u202E', '\u2066', '\r', '\n', 'a'),
  )
  .map((parts) => parts.join(''));

describe('text shown in a terminal', () => {
  it.each([
    ['a colour', 'a\u001B[31;1mb', 'ab'],
    ['a cleared screen', '\u001B[2Ja', 'a'],
    ['a title', '\u001B]0;titre\u0007a', 'a'],
    ['a link', '\u001B]8;;https://faux.example\u001B\\a', 'a'],
    ['a sequence of one sign', 'a\u009B31mb', 'ab'],
    ['a sequence that never ends', 'a\u001B]0;b', 'a0;b'],
    ['a turned text', 'a\u202Eb\u2066c', 'abc'],
    ['a line written over', 'vrai\rfaux', 'vrai\nfaux'],
    ['a rubbed out sign', 'a\u0008b\u007F', 'ab'],
  ])('loses %s', (_, written, shown) => {
    expect(inertText(written)).toBe(shown);
  });

  it('keeps French, emoji and lines', () => {
    expect(inertText('« Où ? » : l’été\n😀 ok')).toBe('« Où ? » : l’été\n😀 ok');
  });

  it('holds nothing that a terminal obeys, whatever was written', () => {
    fc.assert(
      fc.property(fc.oneof(anything, hostile), (text) => {
        expect(inertText(text).replaceAll('\n', '')).not.toMatch(OBEYED);
        expect(inertLine(text)).not.toMatch(OBEYED);
      }),
    );
  });

  it('as JSON says the same to a program, and nothing to a terminal', () => {
    fc.assert(
      fc.property(fc.oneof(anything, hostile), (text) => {
        const json = inertJson({ text });
        expect(json.replaceAll('\n', '')).not.toMatch(OBEYED);
        expect(JSON.parse(json)).toEqual({ text: text });
      }),
    );
  });
});
