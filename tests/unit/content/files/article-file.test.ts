import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitArticle } from '#content/files/article-file.ts';

describe('splitArticle', () => {
  it('keeps the lines of both halves where they are in the file', () => {
    expect(splitArticle('---\ntitle: T\ndraft: true\n---\n\nTexte.\n')).toEqual({
      frontMatter: 'title: T\ndraft: true\n',
      firstLine: 2,
      body: '\n\n\n\n\nTexte.\n',
    });
  });

  it.each([
    ['a byte order mark', '\uFEFF---\ntitle: T\n---\nTexte.'],
    ['the line ends of Windows', '---\r\ntitle: T\r\n---\r\nTexte.'],
    ['the line ends of old Macs', '---\rtitle: T\r---\rTexte.'],
    ['spaces after the marks', '---  \ntitle: T\n---\t\nTexte.'],
  ])('accepts %s', (_, source) => {
    expect(splitArticle(source)).toEqual({ frontMatter: 'title: T\n', firstLine: 2, body: '\n\n\nTexte.' });
  });

  it.each([
    ['an article that ends with its fields', '---\ntitle: T\n---', 'title: T\n', '\n\n'],
    ['no field at all', '---\n---\nTexte.', '', '\n\nTexte.'],
    ['a rule in the text', '---\na: 1\n---\nUn\n\n---\n\nDeux', 'a: 1\n', '\n\n\nUn\n\n---\n\nDeux'],
    ['dashes inside a field', '---\na: b --- c\n---\nUn', 'a: b --- c\n', '\n\n\nUn'],
  ])('accepts %s', (_, source, frontMatter, body) => {
    expect(splitArticle(source)).toEqual({ frontMatter, firstLine: 2, body });
  });

  it.each([
    ['nothing', ''],
    ['text alone', 'Texte.'],
    ['fields never closed', '---\ntitle: T\nTexte.'],
    ['fields that come later', 'Texte.\n---\ntitle: T\n---\n'],
    ['an empty line first', '\n---\ntitle: T\n---\n'],
    ['two dashes', '--\ntitle: T\n--\n'],
    ['a mark that goes on', '--- title\na: 1\n---\n'],
  ])('refuses %s', (_, source) => {
    expect(splitArticle(source)).toBeNull();
  });

  it('never moves a line of the text', () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom(...'abé:# ') }).map((line) => `x${line}`));
    fc.assert(
      fc.property(lines, lines, fc.constantFrom('\n', '\r\n'), (fields, text, end) => {
        const file = ['---', ...fields, '---', ...text];
        const body = splitArticle(file.join(end))?.body.split('\n') ?? [];
        expect(body.slice(fields.length + 2)).toEqual(text);
      }),
    );
  });
});
