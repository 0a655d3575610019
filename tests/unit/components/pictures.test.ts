import { describe, expect, it } from 'vitest';
import type { ShownPicture } from '#lib/pictures.ts';
import { drawPicture } from '../../../src/components/ui/drawn-pictures.ts';

const picture = (name: string, width = 900): ShownPicture => ({
  file: `${name}.png`,
  digest: 'd',
  width,
  height: width / 2,
  addressOf: ({ width: cut, format }) => `/${name}_${cut}.${format}`,
});
const SHAPE = { widths: [320, 768, 1200], sizes: '(width >= 48rem) 23rem, 92vw' };

describe('the <picture> of a picture', () => {
  it('offers each format in the widths that there are, and one file to old browsers', () => {
    expect(drawPicture(picture('a'), 'Une mare', SHAPE)).toBe(
      '<picture><source type="image/avif" srcset="/a_320.avif 320w, /a_768.avif 768w" sizes="(width >= 48rem) 23rem, 92vw">' +
        '<source type="image/webp" srcset="/a_320.webp 320w, /a_768.webp 768w" sizes="(width >= 48rem) 23rem, 92vw">' +
        '<img src="/a_768.jpg" alt="Une mare" width="768" height="384" loading="lazy" decoding="async"></picture>',
    );
  });

  it('says of each place what it says, of a picture that was drawn already', () => {
    const image = picture('b');
    drawPicture(image, 'un', SHAPE);
    expect(drawPicture(image, '« "deux" & <trois> »', SHAPE)).toContain(
      'alt="« &quot;deux&quot; &amp; &lt;trois&gt; »"',
    );
  });

  it('is another in another shape, and first of a page it is asked for at once', () => {
    const image = picture('c');
    expect(drawPicture(image, '', SHAPE)).toContain('alt="" width="768"');
    const first = drawPicture(image, '', { ...SHAPE, widths: [320], first: true });
    expect(first).toContain('width="320" height="160" loading="eager" fetchpriority="high" decoding="sync"');
    expect(drawPicture(image, '', SHAPE)).toContain('loading="lazy"');
  });
});
