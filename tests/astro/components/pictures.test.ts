import { describe, expect, it } from 'vitest';
import Teaser from '#components/article/Teaser.astro';
import { article } from '#components/examples/samples.ts';
import Picture from '#components/ui/Picture.astro';
import type { ShownPicture } from '#lib/pictures.ts';
import { renderComponent } from './render.ts';

const picture = (name: string, width = 900): ShownPicture => ({
  file: `${name}.png`,
  digest: 'd',
  density: 1,
  transparent: false,
  isVector: false,
  formats: ['avif', 'webp'],
  width,
  height: width / 2,
  addressOf: ({ width: cut, format }) => `/${name}_${cut}.${format}`,
});

const render = async (image: ShownPicture, more: Record<string, unknown> = {}) => {
  const props = { image, alt: '', widths: [320, 768, 1200], sizes: '23rem', ...more };
  const document = await renderComponent(Picture, props);
  const attributes = (selector: string, ...names: string[]) =>
    [...document.querySelectorAll(selector)].map((part) => names.map((name) => part.getAttribute(name)));
  return { attributes, image: (...names: string[]) => attributes('img', ...names)[0] };
};

describe('a teaser', () => {
  it.each([
    ['in the middle', { x: 50, y: 50 }, null],
    ['on the right', { x: 95, y: 50 }, '100'],
  ])('crops its cover around a focal point %s', async (_, focus, crop) => {
    const cover = { image: { ...picture('a', 2000), height: 850 }, placeholder: null, focus };
    const document = await renderComponent(Teaser, { article: article({ cover }), heading: 'h2' });
    const image = document.querySelector('picture img');
    expect(image?.getAttribute('data-crop') ?? null).toBe(crop);
    expect(image?.hasAttribute('style')).toBe(false);
  });
});

describe('a picture', () => {
  it('that is a simple drawing is one file, sharp at any size', async () => {
    const { attributes, image } = await render({ ...picture('a', 2400), isVector: true, formats: [] });
    expect(attributes('source')).toEqual([]);
    expect(image('src', 'width', 'height')).toEqual(['/a_2400.svg', '1200', '600']);
  });

  it('offers each format in the widths that there are, and one file to old browsers', async () => {
    const { attributes, image } = await render(picture('a'));
    expect(attributes('picture > source', 'type', 'srcset', 'sizes')).toEqual([
      ['image/avif', '/a_320.avif 320w, /a_768.avif 768w, /a_900.avif 900w', '23rem'],
      ['image/webp', '/a_320.webp 320w, /a_768.webp 768w, /a_900.webp 900w', '23rem'],
    ]);
    expect(image('src', 'srcset')).toEqual(['/a_900.jpg', null]);
  });

  it('shows its alternative as text', async () => {
    const alt = '« "deux" & <trois> »';
    expect((await render(picture('b'), { alt })).image('alt')).toEqual([alt]);
    expect((await render(picture('b'))).image('alt')).toEqual(['']);
  });

  it('is loaded when it comes in sight, or at once when it is the first of the page', async () => {
    const names = ['loading', 'fetchpriority', 'decoding'];
    expect((await render(picture('c'))).image(...names)).toEqual(['lazy', null, 'async']);
    expect((await render(picture('c'), { first: true })).image(...names)).toEqual(['eager', 'high', 'sync']);
  });

  it.each([
    [40, 1, ['40', '20']],
    [160, 4, ['40', '20']],
    [2400, 1, ['1200', '600']],
  ])(
    'of %i pixels, %i of them for one of the page, is no larger than they are',
    async (width, density, size) => {
      const { image } = await render({ ...picture('d', width), density });
      expect(image('width', 'height')).toEqual(size);
    },
  );

  it('has a light background when it is transparent', async () => {
    const { attributes } = await render({ ...picture('e'), transparent: true });
    expect(attributes('img.on-paper')).toHaveLength(1);
    expect((await render(picture('f'))).attributes('.on-paper')).toEqual([]);
  });
});
