import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cleanPictures } from '#cli/check/clean-pictures.ts';
import { formatReport } from '#cli/check/findings-report.ts';
import { cameraFile, flag } from '../../images/photographs.ts';
import { article } from '../project.ts';

let root: string;
const file = (name: string) => join(root, 'content/articles/essai', name);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'photographies-'));
  mkdirSync(file(''), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

it('removes the metadata of photographs only where there are some, and says which', async () => {
  const [plain, damaged] = [
    await flag(80, 60).png().toBuffer(),
    (await cameraFile(800, 600)).subarray(0, 2000),
  ];
  writeFileSync(file('photo.jpg'), await cameraFile(3000, 2000));
  writeFileSync(file('nue.png'), plain);
  writeFileSync(file('abimee.jpg'), damaged);
  const project = { root, documents: [article('')] };
  const lines = await cleanPictures(project);
  expect(lines.map((line) => line.replace(/[\u00A0\u202F]/gu, ' '))).toEqual([
    'content/articles/essai/photo.jpg : retiré de la photographie : le lieu de la prise de vue, l’appareil, les noms de personnes et les autres métadonnées ; elle passe de 3 000 à 2 400 pixels de large. Elles nommaient l’auteur : « Ada Martin ».',
  ]);
  expect((await sharp(file('photo.jpg')).metadata()).exif).toBeUndefined();
  expect(readFileSync(file('nue.png'))).toEqual(plain);
  expect(readFileSync(file('abimee.jpg'))).toEqual(damaged);
  expect(readdirSync(file('')).sort()).toEqual(['abimee.jpg', 'nue.png', 'photo.jpg']);
  expect(await cleanPictures(project)).toEqual([]);
  const report = formatReport({ problems: [], skipped: [] }, { eachNote: false, written: 0, cleaned: lines });
  expect(report).toContain('content/articles/essai/photo.jpg');
});
