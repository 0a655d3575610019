import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hasPosition, rule } from '#content/checks/rules/picture-position.ts';
import { article } from '../../../cli/project.ts';

let root = '';
const FOLDER = 'content/articles/essai';
const red = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'pictures-'));
  mkdirSync(join(root, FOLDER), { recursive: true });
  const put = (name: string, bytes: Buffer) => writeFileSync(join(root, FOLDER, name), bytes);
  const there = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 0/1', GPSLongitudeRef: 'E' } };
  put('lieu.jpg', await red().withExif(there).jpeg().toBuffer());
  put('lieu.webp', await red().withExif(there).webp().toBuffer());
  put(
    'auteur.jpg',
    await red()
      .withExif({ IFD0: { Artist: 'Ada' } })
      .jpeg()
      .toBuffer(),
  );
  put('nue.png', await red().png().toBuffer());
});
afterAll(() => rmSync(root, { recursive: true }));

const project = () =>
  ({ root, documents: [article('')], lists: {}, external: false, now: new Date() }) as never;

it('a photograph that says where it was taken is told', async () => {
  const found = await rule.check(project());
  expect(found.map(({ file }) => file).sort()).toEqual([`${FOLDER}/lieu.jpg`, `${FOLDER}/lieu.webp`]);
});

it('data that is cut short, or is none, holds no position', () => {
  for (const bytes of ['', 'Exif', 'Exif\0\0II*\0', 'MM\0*\0\0\0\x08\xff\xff'])
    expect(hasPosition(Buffer.from(bytes, 'latin1'))).toBe(false);
});
