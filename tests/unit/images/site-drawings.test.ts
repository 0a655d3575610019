import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawIcon } from '#images/icon-picture.ts';
import { inlineMark } from '#images/site-mark.ts';

const icon = (shape: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${shape}<circle cx="32" cy="32" r="10" fill="#ff0000"/></svg>`;

async function pixel(picture: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)];
}

describe('an icon', () => {
  it('that the system may crop is extended with the background of its drawing', async () => {
    const svg = icon('<rect width="64" height="64" rx="12" fill="#0000ff"/>');
    const drawn = await drawIcon(svg, '#ffffff', { name: '180', size: 180, full: true });
    expect(await pixel(drawn, 0, 0)).toEqual([0, 0, 255, 255]);
    expect(await pixel(drawn, 90, 90)).toEqual([255, 0, 0, 255]);
  });

  it('with a transparent background is extended with the paper', async () => {
    const drawn = await drawIcon(icon(''), '#fff0e0', { name: '512-plein', size: 512, full: true });
    expect(await pixel(drawn, 0, 0)).toEqual([255, 240, 224, 255]);
    expect(await pixel(drawn, 256, 256)).toEqual([255, 0, 0, 255]);
  });

  it('is square at its size, whatever its view', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><rect width="900" height="300"/></svg>';
    const { width, height } = await sharp(
      await drawIcon(svg, '#ffffff', { name: '48', size: 48, full: false }),
    ).metadata();
    expect([width, height]).toEqual([48, 48]);
  });
});

it('a mark in a page has no size, no inline style, and identifiers of its own', () => {
  const svg = inlineMark(
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="32" viewBox="0 0 120 32"><style>.a{fill:#123456}</style><defs><linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="#00f"/></linearGradient></defs><path class="a" d="M0 0h9v9z"/><path style="fill:url(#g)" d="M20 0h9v9z"/></svg>',
  );
  expect(svg).not.toMatch(/style|width=|height=|id="g"/u);
  expect(svg).toContain('viewBox="0 0 120 32"');
  expect(svg).toContain('aria-hidden="true"');
  expect(svg).toMatch(/fill="#123456"/u);
});
