import { describe, expect, it } from 'vitest';
import type { ShownPicture } from '#lib/pictures.ts';
import { drawPicture } from '../../../src/components/ui/drawn-pictures.ts';

const picture = (name: string, width = 900): ShownPicture => ({
  file: `${name}.png`,
  digest: 'd',
  density: 1,
  transparent: false,
  width,
  height: width / 2,
  addressOf: ({ width: cut, format }) => `/${name}_${cut}.${format}`,
});
const SHAPE = { widths: [320, 768, 1200], sizes: '(width >= 48rem) 23rem, 92vw' };

describe('the <picture> of a picture', () => {
  it('offers each format in the widths that there are, and one file to old browsers', () => {
    expect(drawPicture(picture('a'), 'Une mare', SHAPE)).toBe(
      '<picture><source type="image/avif" srcset="/a_320.avif 320w, /a_768.avif 768w, /a_900.avif 900w" sizes="(width >= 48rem) 23rem, 92vw">' +
        '<source type="image/webp" srcset="/a_320.webp 320w, /a_768.webp 768w, /a_900.webp 900w" sizes="(width >= 48rem) 23rem, 92vw">' +
        '<img src="/a_900.jpg" alt="Une mare" width="900" height="450" loading="lazy" decoding="async"></picture>',
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
    expect(drawPicture(image, '', SHAPE)).toContain('alt="" width="900"');
    const first = drawPicture(image, '', { ...SHAPE, widths: [320], first: true });
    expect(first).toContain('width="320" height="160" loading="eager" fetchpriority="high" decoding="sync"');
    expect(drawPicture(image, '', SHAPE)).toContain('loading="lazy"');
  });

  it.each([
    [40, 1, 'width="40" height="20"'],
    [160, 4, 'width="40" height="20"'],
    [2400, 1, 'width="1200" height="600"'],
  ])('of %i pixels, %i of them for one of the page, is no larger than they are', (width, density, size) => {
    const image = { ...picture('d', width), density };
    expect(drawPicture(image, '', SHAPE)).toContain(size);
  });

  it('stands on paper when what is behind shows through it', () => {
    expect(drawPicture({ ...picture('e'), transparent: true }, '', SHAPE)).toContain('class="on-paper"');
    expect(drawPicture(picture('f'), '', SHAPE)).not.toContain('class');
  });
});
