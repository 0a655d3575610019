import { describe, expect, it } from 'vitest';
import { PageWriter } from '#integrations/page-writer.ts';

const written = (...parts: string[]) => {
  const writer = new PageWriter();
  for (const part of parts) writer.write(part);
  return Buffer.from(writer.close()).toString();
};

describe('a writer of pages', () => {
  it('joins the parts of a page in UTF-8', () => {
    expect(written('<p>', '« Été »', '', '😀', '</p>')).toBe('<p>« Été »😀</p>');
  });

  it('takes pages of any size', () => {
    const part = '…'.repeat(100_000);
    expect(written('début', part, part, 'fin')).toBe(`début${part}${part}fin`);
  });

  it('keeps pages apart that are written at the same time, and one after the other', () => {
    const [first, second] = [new PageWriter(), new PageWriter()];
    first.write('un');
    second.write('deux');
    first.write(', encore un');
    const [one, two] = [first.close(), second.close()];
    expect(written('tout autre chose')).toBe('tout autre chose');
    expect([one, two].map((page) => Buffer.from(page).toString())).toEqual(['un, encore un', 'deux']);
  });
});
