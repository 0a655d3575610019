import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { describeBreadcrumb, serialiseJsonLd } from '#lib/json-ld.ts';

describe('structured data', () => {
  it('cannot end its element nor run anything, whatever a title holds', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('</script><script>alert(1)</script>', '<!--', ']]>', '\u2028'),
    );
    fc.assert(
      fc.property(hostile, (name) => {
        const json = serialiseJsonLd([{ '@type': 'WebSite', name }]);
        expect(json).not.toContain('<');
        const { document } = parseHTML(`<script type="application/ld+json">${json}</script>`);
        expect(document.querySelectorAll('script')).toHaveLength(1);
        expect(JSON.parse(json)['@graph'][0].name).toBe(name);
      }),
    );
  });

  it('numbers the steps of a breadcrumb, the last without an address', () => {
    const crumbs = [
      { label: 'Accueil', url: 'https://ex.fr/' },
      { label: 'Ici', url: null },
    ];
    expect(describeBreadcrumb(crumbs).itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Accueil', item: 'https://ex.fr/' },
      { '@type': 'ListItem', position: 2, name: 'Ici' },
    ]);
  });
});
