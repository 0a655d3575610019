import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Renderer } from '@takumi-rs/core';
import sharp from 'sharp';
import { SHARING_HEIGHT, SHARING_WIDTH, type SharingSubject } from '#content/sharing.ts';
import { type SetHeadline, setHeadline } from '#lib/headline-lines.ts';
import { type Arrangement, coverSize, layOut, measuredWords, ROOMS } from './sharing-layout.ts';

const FONTS = [
  [
    'Bricolage Grotesque',
    '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  ],
  ['Spectral', '@fontsource/spectral/files/spectral-latin-400-normal.woff2'],
] as const;
const PICTURE = { width: SHARING_WIDTH, height: SHARING_HEIGHT };
/** Under this size a headline beside its cover is no longer read on a phone. */
const LEAST_SIZE = 52;

let shared: Promise<Renderer> | undefined;

async function makeRenderer(): Promise<Renderer> {
  const renderer = new Renderer();
  const { resolve } = createRequire(import.meta.url);
  for (const [name, file] of FONTS)
    await renderer.registerFont({ name, data: await readFile(resolve(file)) });
  return renderer;
}

/** Draws the picture that stands for a page when it is shared: a PNG of 1200 × 630 pixels. */
export async function drawSharingPicture(subject: SharingSubject): Promise<Buffer> {
  const renderer = await (shared ??= makeRenderer());
  const [arrangement, headline] = await arrange(renderer, subject);
  const node = layOut(subject, headline, arrangement);
  const images = subject.cover
    ? [{ src: 'cover', data: await cropCover(subject.cover, coverSize(arrangement, headline)) }]
    : [];
  const pixels = await renderer.render(node, { ...PICTURE, format: 'raw', images, lang: 'fr' });
  // Flat inks: a palette draws them as they are, in a third of the bytes of a JPEG.
  return sharp(pixels, { raw: { ...PICTURE, channels: 4 } })
    .png({ palette: true, quality: 90 })
    .toBuffer();
}

async function arrange(
  renderer: Renderer,
  { headline, cover }: SharingSubject,
): Promise<[Arrangement, SetHeadline]> {
  const words = headline.split(' ');
  const probes = ['n n', 'nn'];
  const { children } = await renderer.measure(measuredWords([...words, ...probes]));
  const widths = children.map(({ width }) => width / 100);
  const space = (widths.at(-2) ?? 0) - (widths.at(-1) ?? 0);
  const set = (arrangement: Arrangement) =>
    setHeadline(
      words.map((text, index) => ({ text, width: widths[index] ?? 0 })),
      space,
      ROOMS[arrangement],
    );
  if (!cover) return ['alone', set('alone')];
  const beside = set('beside');
  return beside.size < LEAST_SIZE ? ['under', set('under')] : ['beside', beside];
}

/** The middle of the cover, where its subject is. */
function cropCover(file: string, size: { width: number; height: number }): Promise<Buffer> {
  return sharp(file)
    .resize({ ...size, fit: 'cover' })
    .png()
    .toBuffer();
}
