import fc from 'fast-check';
import { markdownToHtml } from 'satteri';
import { describe, expect, it } from 'vitest';
import { frenchTypography } from '#markdown/french-typography.ts';
import { headingIds } from '#markdown/heading-ids.ts';
import { superscripts } from '#markdown/superscripts.ts';

function html(source: string): string {
  const result = markdownToHtml(source, {
    mdastPlugins: [frenchTypography, headingIds],
    hastPlugins: [superscripts],
    features: { smartPunctuation: true },
  });
  return result.html.trim();
}

describe('Markdown', () => {
  it.each([
    ['Pourquoi *lui* ?', '<p>Pourquoi <em>lui</em>\u202F?</p>'],
    ['Il dit "oui" : bien', '<p>Il dit «\u00A0oui\u00A0»\u00A0: bien</p>'],
    ['« Il a dit "*non*" hier »', '<p>«\u00A0Il a dit “<em>non</em>” hier\u00A0»</p>'],
    ['Tapez `a ? b : c;` ici', '<p>Tapez <code>a ? b : c;</code> ici</p>'],
    ['Le 1er juin, le CO2', '<p>Le 1<sup>er</sup>\u00A0juin, le CO<sub>2</sub></p>'],
    ['[Lien ?](https://ex.fr/a?b=c;d)', '<p><a href="https://ex.fr/a?b=c;d">Lien\u202F?</a></p>'],
    ['Rendez-vous à 12:30', '<p>Rendez-vous à 12:30</p>'],
  ])('%s', async (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it('leaves code blocks as they are, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'ab12 :;!?"\'«»%-.') }), async (code) => {
        const block = html(`\`\`\`\n${code}\n\`\`\``);
        const plain = block
          .replace(/<[^>]*>/gu, '')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&');
        expect(plain.trimEnd()).toBe(code.trimEnd());
      }),
      { numRuns: 50 },
    );
  });

  it('gives headings ASCII addresses, each its own', async () => {
    expect(html('## L’été à Nîmes\n\n## L’été à Nîmes')).toMatch(
      /id="l-ete-a-nimes"[\s\S]*id="l-ete-a-nimes-2"/u,
    );
  });
});
