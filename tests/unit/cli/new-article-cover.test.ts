import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paletteOf } from '#lib/palette.ts';
import { placeholderCover, readCover } from '#cli/new-article/cover.ts';
import { drawPicture } from './content-copy.ts';

const plain = (text: string) => text.replace(/[\u00A0\u202F]/gu, ' ');

describe('a cover', () => {
  let folder = '';
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'couverture-'))));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string) => join(folder, name);

  it('is known by its bytes, not by its name', async () => {
    const path = await drawPicture(file('photo.png'), 1600, 900);
    copyFileSync(path, file('photo.jpg'));
    expect(await readCover(file('photo.jpg'))).toMatchObject({ extension: 'png', removed: null });
  });

  it('is measured as it is seen, when it is stored on its side', async () => {
    const lying = file('portrait.jpg');
    await sharp({ create: { width: 2000, height: 1200, channels: 3, background: '#000' } })
      .withMetadata({ orientation: 6 })
      .toFile(lying);
    expect(await readCover(lying)).toEqual(expect.stringContaining('1200'));
  });

  it.each([
    ['tall', 1600, 1600, 'trop haute (1600 × 1600 pixels)'],
    ['long', 3000, 1000, 'trop allongée (3000 × 1000 pixels)'],
  ])('is not too %s', async (name, width, height, message) => {
    const said = await readCover(await drawPicture(file(`${name}.webp`), width, height));
    expect(plain(String(said))).toContain(message);
  });

  it('is a picture, in a format that browsers show', async () => {
    writeFileSync(file('texte.jpg'), 'pas une image');
    expect(plain(String(await readCover(file('texte.jpg'))))).toContain('n’est pas une image jpg');
    expect(await readCover(await drawPicture(file('photo.avif'), 1600, 900))).toMatchObject({
      extension: 'avif',
    });
  });

  it('is a file', async () => {
    mkdirSync(file('dossier.jpg'));
    expect(await readCover(file('dossier.jpg'))).toEqual(expect.stringContaining('Aucun fichier'));
  });

  it('is drawn when there is none, in the shape that covers have', async () => {
    const svg = Buffer.from(
      placeholderCover('L’été des « deux » <tramways> & des vélos, chronique longue', paletteOf()),
    );
    const { width, height, format } = await sharp(svg).metadata();
    expect({ width, height, format }).toEqual({ width: 2400, height: 1350, format: 'svg' });
  });
});
