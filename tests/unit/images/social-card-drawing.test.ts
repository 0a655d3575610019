import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_FONTS, TEXT_FONTS, TITLE_FONTS } from '#lib/packaged-fonts.ts';
import { drawSocialCard } from '#images/social-card-drawing.ts';

const FLAG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="800" height="900" fill="red"/><rect x="800" width="800" height="900" fill="blue"/></svg>',
);
const LOOK = {
  paper: '#ffffff',
  ink: '#111111',
  lead: '#333333',
  dot: '#00aa00',
  mark: null,
  fonts: DEFAULT_FONTS,
};
const SUBJECT = {
  wordmark: 'Essai',
  label: null,
  headline: 'Un titre',
  lead: null,
  accent: null,
  look: LOOK,
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'card-'));
  vi.stubEnv('CACHE_FOLDER', join(folder, 'cache'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it.each([
  ['left', 5, [255, 0, 0]],
  ['right', 95, [0, 0, 255]],
])('shows the focal point of its cover, on the %s', async (_, x, colour) => {
  const cover = join(folder, 'couverture.jpg');
  // The picture is stored on its side, as a camera does.
  const lying = await sharp(FLAG).rotate(270).toBuffer();
  await sharp(lying).withMetadata({ orientation: 6 }).toFile(cover);
  const card = await drawSocialCard({ ...SUBJECT, cover, focus: { x, y: 50 } });
  const { data, info } = await sharp(card).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  for (const column of [740, 1180]) {
    const at = (315 * info.width + column) * info.channels;
    data.subarray(at, at + 3).forEach((value, channel) => {
      expect(Math.abs(value - (colour[channel] ?? 0))).toBeLessThan(40);
    });
  }
});

it('has the colours of the magazine, and its mark in place of its name', async () => {
  const file = join(folder, 'logo.svg');
  writeFileSync(
    file,
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="currentColor"/></svg>',
  );
  const look = { ...LOOK, paper: '#ffeeaa', ink: '#112233', mark: { file, digest: 'a' } };
  const card = await drawSocialCard({ ...SUBJECT, look, cover: null, focus: { x: 50, y: 50 } });
  const { data, info } = await sharp(card).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colourAt = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3),
  ];
  expect(colourAt(10, 10)).toEqual([0xff, 0xee, 0xaa]);
  expect(colourAt(110, 78)).toEqual([0x11, 0x22, 0x33]);
});

it('is drawn in any font that a magazine chooses', async () => {
  const subject = { ...SUBJECT, lead: 'Un chapô', cover: null, focus: { x: 50, y: 50 } };
  const cards = await Promise.all(
    TITLE_FONTS.flatMap((titles) =>
      TEXT_FONTS.map((text) => drawSocialCard({ ...subject, look: { ...LOOK, fonts: { titles, text } } })),
    ),
  );
  expect(new Set(cards.map((card) => Buffer.from(card).toString('base64'))).size).toBe(cards.length);
});
