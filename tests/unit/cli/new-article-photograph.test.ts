import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { composeFiles } from '#cli/new-article/compose.ts';
import { completeAnswers, readGiven } from '#cli/new-article/given.ts';
import { readLibrary } from '#cli/new-article/library.ts';
import { writeArticle } from '#cli/new-article/write.ts';
import { checkContent } from '#content/checks/content.ts';
import { readArticleRecord } from '#content/files/article-records.ts';
import { findPictureFiles } from '#content/files/picture-files.ts';
import { openPictures } from '#images/picture-catalogue.ts';
import { openPicture } from '#images/variant-drawing.ts';
import { variantsOfCover } from '#lib/pictures.ts';
import { smallContent } from '../content/small-content.ts';
import { cameraFile, colourAt } from '../images/photographs.ts';

let root: string;
beforeEach(() => (root = smallContent(['bon'])));
afterEach(() => rmSync(root, { recursive: true }));

it('a photograph of a phone becomes a cover that is upright, says nothing of its author and is cropped around its subject', async () => {
  const photograph = join(root, 'IMG_0042.jpg');
  // 40 megapixels, stored on its side.
  writeFileSync(photograph, await cameraFile(7304, 5478));
  const options = {
    titre: 'Le retour du tram',
    rubrique: 'mobilite',
    etiquette: ['cloud computing'],
    auteur: 'la-redaction',
    chapo: 'Un chapô d’essai, assez long pour que le modèle l’accepte sans rien y trouver à redire.',
    couverture: photograph,
    alt: 'Un tram rouge, à gauche',
    legende: 'Le tram revient.',
    credit: 'Photo Ada Martin',
    cadrage: '12 % 50 %',
  };
  const library = readLibrary(root);
  const given = await readGiven(options, library);
  const answers = completeAnswers(given, new Set(Object.keys(options)), library);
  if (Array.isArray(answers)) throw new Error(answers.join('\n'));
  expect(answers.cover?.removed).toMatchObject({
    personal: ['position', 'camera', 'people'],
    credit: 'Ada Martin',
    widthBefore: 7304,
  });
  expect(writeArticle(root, composeFiles(answers, library, new Date('2026-01-02')))).toBe(true);
  expect(await checkContent(root)).toEqual([]);

  const record = readArticleRecord(root, answers.slug);
  const [cover] = findPictureFiles(root, record ? [record] : []).covers;
  if (!cover) throw new Error('no cover');
  expect(cover.focus).toEqual({ x: 12, y: 50 });
  const copied = readFileSync(join(root, cover.file));
  const { exif, xmp, orientation } = await sharp(copied).metadata();
  expect([exif, xmp, orientation]).toEqual([undefined, undefined, undefined]);
  expect(await openPictures(root).describe(cover.file)).toMatchObject({ width: 2400, height: 1800 });
  expect([await colourAt(copied, 12, 50), await colourAt(copied, 40, 50)]).toEqual(['red', 'blue']);

  const draw = openPicture(copied);
  const picture = await openPictures(root).describe(cover.file);
  const crops = variantsOfCover(picture, cover.focus).filter(({ height }) => height !== null);
  expect(crops).toHaveLength(3);
  for (const crop of crops) {
    const bytes = await draw(crop);
    const { width, height, exif: kept } = await sharp(bytes).metadata();
    expect([width, height, kept]).toEqual([crop.width, crop.height, undefined]);
    // The crop reaches the left edge of the picture. A square shows three quarters of the width, so a third of it is
    // red.
    expect(await colourAt(bytes, 0, 50)).toBe('red');
    const isSquare = crop.width === crop.height;
    expect(await colourAt(bytes, 29, 50)).toBe(isSquare ? 'red' : 'blue');
  }
}, 60_000);
