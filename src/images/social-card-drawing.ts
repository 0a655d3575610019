import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Renderer } from '@takumi-rs/core';
import sharp from 'sharp';
import { cardFonts, cardText } from './card-letters.ts';
import { digestOf } from '#storage/digest.ts';
import { cachedBytes, isCached } from '#storage/content-cache.ts';
import { cropPixels, openPixels } from './pixels.ts';
import { CARD_HEIGHT, CARD_WIDTH, type CardLook, type CardSubject } from '#model/social-card.ts';
import { memoize } from '#lib/memoize.ts';
import type { FontChoice } from '#lib/packaged-fonts.ts';
import type { FocalPoint } from '#lib/focal-point.ts';
import { type SetHeadline, setHeadline } from './headline-lines.ts';
import {
  type Arrangement,
  coverSize,
  layOut,
  MARK_HEIGHT,
  measuredWords,
  ROOMS,
} from './social-card-layout.ts';

/** Cards have few colours, so a palette is lossless and a third of the size of a JPEG. */
const PNG = { palette: true, quality: 90 };
const SIZE = { width: CARD_WIDTH, height: CARD_HEIGHT };
/** Minimum size of a headline beside a cover, in pixels: a smaller one is illegible on a phone. */
const MIN_SIZE = 52;
/** Maximum width of the magazine's logo, in pixels: a wider one is scaled down. */
const WIDEST_MARK = 480;

/** The source files that decide how a card looks. */
const CODE = [
  'src/images/social-card-drawing.ts',
  'src/images/social-card-layout.ts',
  'src/images/card-letters.ts',
  'src/images/pixels.ts',
  'src/images/headline-lines.ts',
  'src/lib/focal-point.ts',
];

/** Digest of the code, libraries and font files. `fonts` has one path per line, because `memoize` takes one text. */
const digestOfFiles = memoize(async (fonts) => {
  const takumi = createRequire(import.meta.url)
    .resolve('@takumi-rs/core')
    .replace(/(core)[\\/].*$/u, '$1/package.json');
  const files = [takumi, ...CODE, ...fonts.split('\n')];
  const contents = await Promise.all(files.map((file) => readFile(file)));
  return digestOf(JSON.stringify([sharp.versions, PNG, SIZE]), ...contents);
});

/** Returns the digest of everything that determines how a card looks, except its subject: code, fonts and libraries. */
export function digestOfDrawing(fonts: FontChoice): Promise<string> {
  return digestOfFiles(
    cardFonts(fonts)
      .map(({ file }) => file)
      .join('\n'),
  );
}

/** Opens a renderer with these fonts. Each line of `fonts` is a family name, a tab, and the path of a file. */
const openRenderer = memoize(async (fonts) => {
  const renderer = new Renderer();
  for (const font of fonts.split('\n')) {
    const [name = '', file = ''] = font.split('\t');
    await renderer.registerFont({ name, data: await readFile(file) });
  }
  return renderer;
});

function rendererFor(fonts: FontChoice): Promise<Renderer> {
  return openRenderer(
    cardFonts(fonts)
      .map(({ name, file }) => `${name}\t${file}`)
      .join('\n'),
  );
}

/** Whether the content cache has the social card of a subject. */
export async function isCardDrawn(written: CardSubject): Promise<boolean> {
  const { name } = await prepareCard(written);
  return isCached(process.cwd(), 'social-cards', name);
}

/** Draws the social card of a subject, a PNG of 1200 × 630 pixels, or reads it from the content cache. */
export async function drawSocialCard(written: CardSubject): Promise<Uint8Array> {
  const { subject, cover, name } = await prepareCard(written);
  return cachedBytes(process.cwd(), 'social-cards', name, async () => {
    const renderer = await rendererFor(subject.look.fonts);
    const [arrangement, headline] = await arrange(renderer, subject);
    const mark = await drawMark(subject.look);
    const node = layOut(subject, headline, arrangement, mark?.width ?? null);
    const size = coverSize(arrangement, headline);
    const images = [
      ...(cover ? [{ src: 'cover', data: await cropCover(cover, size, subject.focus) }] : []),
      ...(mark ? [{ src: 'mark', data: mark.png }] : []),
    ];
    const pixels = await renderer.render(node, { ...SIZE, format: 'raw', images, lang: 'fr' });
    return sharp(pixels, { raw: { ...SIZE, channels: 4 } })
      .png(PNG)
      .toBuffer();
  });
}

/** Reads the cover of a card, rewrites its texts, and computes the name of its cache entry. */
async function prepareCard(written: CardSubject) {
  const subject = drawable(written);
  const cover = subject.cover ? await readFile(subject.cover) : null;
  const digest = digestOf(await digestOfDrawing(subject.look.fonts), JSON.stringify(subject), cover ?? '');
  return { subject, cover, name: `${digest}.png` };
}

/**
 * Rewrites the texts of a card with the characters that its fonts contain. A headline without any of them is replaced
 * by the magazine's name.
 */
function drawable(subject: CardSubject): CardSubject {
  const written = (text: string | null) =>
    text === null ? null : cardText(text, subject.look.fonts).text || null;
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
  { headline, cover, look }: CardSubject,
): Promise<[Arrangement, SetHeadline]> {
  const words = headline.split(' ');
  const probes = ['n n', 'nn'];
  const { children } = await renderer.measure(measuredWords([...words, ...probes], look));
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
  return beside.size < MIN_SIZE ? ['under', set('under')] : ['beside', beside];
}

/** Draws the magazine's logo in the text colour of the card, at twice its displayed size; `null` without a logo. */
async function drawMark({ mark, ink }: CardLook): Promise<{ width: number; png: Buffer } | null> {
  if (!mark) return null;
  const svg = (await readFile(mark.file, 'utf8')).replaceAll('currentColor', ink);
  const natural = await sharp(Buffer.from(svg)).metadata();
  const scale = Math.min(MARK_HEIGHT / natural.height, WIDEST_MARK / natural.width);
  const width = Math.round(natural.width * scale);
  const size = { width: 2 * width, height: 2 * MARK_HEIGHT, fit: 'contain' as const, background: '#0000' };
  const png = await sharp(Buffer.from(svg), { density: 72 * 2 * scale })
    .resize(size)
    .png()
    .toBuffer();
  return { width, png };
}

async function cropCover(
  cover: Buffer,
  size: { width: number; height: number },
  focus: FocalPoint,
): Promise<Buffer> {
  const opened = await openPixels(cover, size);
  const { autoOrient } = await opened.metadata();
  return cropPixels(opened, autoOrient, size, focus).png().toBuffer();
}
