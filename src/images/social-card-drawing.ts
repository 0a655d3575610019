import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Renderer } from '@takumi-rs/core';
import sharp from 'sharp';
import { CARD_FONTS, cardText } from './card-letters.ts';
import { digestOf } from '#storage/digest.ts';
import { cachedBytes } from '#storage/content-cache.ts';
import { openPixels } from './pixels.ts';
import { SHARING_HEIGHT, SHARING_WIDTH, type SharingSubject } from '#model/social-card.ts';
import { type SetHeadline, setHeadline } from './headline-lines.ts';
import { type Arrangement, coverSize, layOut, measuredWords, ROOMS } from './social-card-layout.ts';

/** Flat inks: a palette draws them as they are, in a third of the bytes of a JPEG. */
const PNG = { palette: true, quality: 90 };
/** The middle of the cover, where its subject is. */
const COVER = { fit: 'cover' } as const;
const PICTURE = { width: SHARING_WIDTH, height: SHARING_HEIGHT };
/** Under this size a headline beside its cover is no longer read on a phone. */
const LEAST_SIZE = 52;

/** What decides how a subject looks. */
const CODE = [
  'images/social-card-drawing.ts',
  'images/social-card-layout.ts',
  'images/card-letters.ts',
  'images/pixels.ts',
  'images/headline-lines.ts',
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
  for (const { name, file } of CARD_FONTS) {
    const data = await readFile(file);
    parts.push(data);
    await renderer.registerFont({ name, data });
  }
  return { renderer, version: digestOf(...parts) };
}

/** Draws the picture that stands for a page when it is shared: a PNG of 1200 × 630 pixels. One that was drawn before is kept. */
export async function drawSharingPicture(asked: SharingSubject): Promise<Uint8Array> {
  const subject = drawable(asked);
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

/** A subject in the letters that its fonts have; one that has none of them left is told by the magazine's name. */
function drawable(subject: SharingSubject): SharingSubject {
  const written = (text: string | null) => (text === null ? null : cardText(text).text || null);
  return {
    ...subject,
    wordmark: written(subject.wordmark),
    label: written(subject.label),
    headline: written(subject.headline) ?? written(subject.wordmark) ?? '…',
    lead: written(subject.lead),
  };
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

async function cropCover(cover: Buffer, size: { width: number; height: number }): Promise<Buffer> {
  const opened = await openPixels(cover);
  return opened
    .resize({ ...size, ...COVER })
    .png()
    .toBuffer();
}
