import { describe, expect, it } from 'vitest';
import { bytesOf } from '#integrations/page-text.ts';
import { PageWriter, type WrittenPage } from '#integrations/page-writer.ts';

const read = ({ text }: WrittenPage) => Buffer.from(bytesOf(text)).toString();
const written = (...parts: string[]) => {
  const writer = new PageWriter();
  for (const part of parts) writer.write(part);
  return read(writer.close());
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
    expect([one, two].map(read)).toEqual(['un, encore un', 'deux']);
  });
});
