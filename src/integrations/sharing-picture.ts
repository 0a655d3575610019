import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Renderer } from '@takumi-rs/core';
import sharp from 'sharp';
import { digestOf } from '#content/digest.ts';
import { cachedBytes } from '#content/content-cache.ts';
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
/** Flat inks: a palette draws them as they are, in a third of the bytes of a JPEG. */
const PNG = { palette: true, quality: 90 };
/** The middle of the cover, where its subject is. */
const COVER = { fit: 'cover' } as const;
const PICTURE = { width: SHARING_WIDTH, height: SHARING_HEIGHT };
/** Under this size a headline beside its cover is no longer read on a phone. */
const LEAST_SIZE = 52;

/** What decides how a subject looks. */
const CODE = [
  'integrations/sharing-picture.ts',
  'integrations/sharing-layout.ts',
  'lib/headline-lines.ts',
].map((file) => `src/${file}`);

interface Tools {
  renderer: Renderer;
  /** Names what draws, and how. */
  version: string;
}

let shared: Promise<Tools> | undefined;

async function makeTools(): Promise<Tools> {
  const renderer = new Renderer();
  const { resolve } = createRequire(import.meta.url);
  const parts: (string | Uint8Array)[] = [JSON.stringify([sharp.versions, PNG, PICTURE, COVER])];
  parts.push(await readFile(resolve('@takumi-rs/core').replace(/(core)[\\/].*$/u, '$1/package.json')));
  for (const file of CODE) parts.push(await readFile(file));
  for (const [name, file] of FONTS) {
    const data = await readFile(resolve(file));
    parts.push(data);
    await renderer.registerFont({ name, data });
  }
  return { renderer, version: digestOf(...parts) };
}

/** Draws the picture that stands for a page when it is shared: a PNG of 1200 × 630 pixels. One that was drawn before is kept. */
export async function drawSharingPicture(subject: SharingSubject): Promise<Uint8Array> {
  const { renderer, version } = await (shared ??= makeTools());
  const cover = subject.cover ? await readFile(subject.cover) : null;
  const name = digestOf(version, JSON.stringify(subject), cover ?? '');
  return cachedBytes(process.cwd(), 'sharing', `${name}.png`, async () => {
    const [arrangement, headline] = await arrange(renderer, subject);
    const node = layOut(subject, headline, arrangement);
    const size = coverSize(arrangement, headline);
    const images = cover ? [{ src: 'cover', data: await cropCover(cover, size) }] : [];
    const pixels = await renderer.render(node, { ...PICTURE, format: 'raw', images, lang: 'fr' });
    return sharp(pixels, { raw: { ...PICTURE, channels: 4 } })
      .png(PNG)
      .toBuffer();
  });
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

function cropCover(cover: Buffer, size: { width: number; height: number }): Promise<Buffer> {
  return sharp(cover)
    .resize({ ...size, ...COVER })
    .png()
    .toBuffer();
}
