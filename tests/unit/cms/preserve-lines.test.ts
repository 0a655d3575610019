import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMdx as parseInBrowser } from '#content/files/mdx-parser.browser.ts';
import { parseMdx } from '#content/files/mdx-parser.ts';
import { jsonSchemaOf } from '#model/json-schemas.ts';
import { readMdx, writeMdx } from '#cms/formats.ts';
import { preserveLines } from '#cms/preserve-lines.ts';

const article = jsonSchemaOf('article');
const file = (body: string) => `---\ntitle: T\n---\n\n${body}\n`;
const save = (before: string, after: string, isRespelt: boolean) =>
  writeMdx({ ...readMdx(file(before), article), body: after }, article, isRespelt);
/** The syntax tree of a text, without positions; the text itself when it cannot be parsed. */
const meaning = (text: string, parse = parseMdx) => {
  try {
    return JSON.stringify(parse(text), (key, value: unknown) =>
      key === 'position' || key === 'data' ? undefined : value,
    );
  } catch {
    return text;
  }
};

const FIXES = [
  ['Quand le prix < coût {brut}, on perd.', String.raw`Quand le prix \< coût \{brut\}, on perd.`],
  ['2 * 3 * 4', String.raw`2 \* 3 \* 4`],
  ['mon_nom_de_fichier', String.raw`mon\_nom\_de\_fichier`],
  ['[texte]', String.raw`\[texte\]`],
  ['*mot*', '_mot_'],
  ['le *Monde*_', 'le *Monde**'],
  ['# Titre', String.raw`\# Titre`],
  ['a ~ b', String.raw`a \~ b`],
  ['- un', String.raw`\- un`],
] as const;

describe('what is typed as raw text', () => {
  it.each(FIXES)('is saved as it is: %j, then %j', (before, after) => {
    expect(save(before, after, false)).toBe(file(after));
    expect(save(after, before, false)).toBe(file(before));
  });
});

describe('what comes from the editor with formatting', () => {
  it.each([
    ['Un *mot* ici.', 'Un _mot_ ici.'],
    ['2 * 3 * 4', String.raw`2 \* 3 \* 4`],
    ['mon_nom_de_fichier', String.raw`mon\_nom\_de\_fichier`],
    ['- un *mot*\n- deux', '- un _mot_\n- deux'],
    ['| a_b |\n| --- |\n| *c* |', '| a\\_b |\n| --- |\n| _c_ |'],
  ])('keeps the spelling of the file: %j', (before, after) => {
    expect(preserveLines(before, after)).toBe(before);
  });

  it.each([
    ['Quand le prix < coût {brut}.', String.raw`Quand le prix \< coût \{brut\}.`],
    ['*mot*', String.raw`\*mot\*`],
    ['le *Monde*_', 'le *Monde**'],
    ['[texte](./a.jpg)', String.raw`\[texte\](./a.jpg)`],
    ['# Titre', String.raw`\# Titre`],
    ['1_2_ x', '1*2* x'],
  ])('never brings back what says something else: %j, %j', (before, after) => {
    expect(preserveLines(before, after)).toBe(after);
  });

  const mark = fc.constantFrom(
    '*',
    '_',
    '\\',
    '<',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '#',
    '~',
    '`',
    '-',
    '\n',
    ' ',
    'a',
    'b',
  );
  const text = fc.array(mark, { maxLength: 24 }).map((marks) => marks.join(''));

  it('says what it said, whatever was there', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(meaning(preserveLines(before, after))).toBe(meaning(after));
      }),
      { numRuns: 3000 },
    );
  });

  it('is read alike in the browser and in the build', () => {
    for (const [before, after] of FIXES)
      for (const one of [before, after])
        expect(meaning(one, parseInBrowser) === one, one).toBe(meaning(one) === one);
  });
});
