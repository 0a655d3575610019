import { expect, it } from 'vitest';
import { readExif } from '#images/exif.ts';
import { picturePosition as rule } from '#content/checks/rules/pictures.ts';
import { red, refusedPictures } from './pictures.ts';

it('reports a photograph that holds the place where it was taken', async () => {
  const place = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 0/1', GPSLongitudeRef: 'E' } };
  const author = { IFD0: { Artist: 'Ada' } };
  const refused = await refusedPictures(rule, {
    'lieu.jpg': await red().withExif(place).jpeg().toBuffer(),
    'lieu.webp': await red().withExif(place).webp().toBuffer(),
    'auteur.jpg': await red().withExif(author).jpeg().toBuffer(),
    'nue.png': await red().png().toBuffer(),
  });
  expect(refused).toEqual(['lieu.jpg', 'lieu.webp']);
});

it('finds no position in metadata that is truncated or empty', () => {
  for (const bytes of ['', 'Exif', 'Exif\0\0II*\0', 'MM\0*\0\0\0\x08\xff\xff'])
    expect(readExif(Buffer.from(bytes, 'latin1')).hasPosition).toBe(false);
});
