import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { escapeHtml } from '#lib/html/escape-html.ts';

it('a text that is escaped is that text again, between tags and in quotes', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '&', '<', '>', '"', "'", '&amp;', '</p>') });
  fc.assert(
    fc.property(texts, (text) => {
      const { document } = parseHTML(
        `<html><body><p title="${escapeHtml(text)}">${escapeHtml(text)}</p></body></html>`,
      );
      expect(document.body.children).toHaveLength(1);
      expect(document.querySelector('p')?.textContent).toBe(text);
      expect(document.querySelector('p')?.getAttribute('title')).toBe(text);
    }),
  );
  expect(escapeHtml(`<a href='b'>"c" & d</a>`)).toBe(
    '&lt;a href=&#39;b&#39;&gt;&quot;c&quot; &amp; d&lt;/a&gt;',
  );
});
