import sharp from 'sharp';
import { articlePictures } from '#content/checks/project/article-pictures.ts';
import type { Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

/** Numbers of Exif (CIPA DC-008, « GPS IFD »): where the first list leads to the positions, and a latitude there. */
const GPS_LIST = 0x8825;
const LATITUDE = 2;
const ENTRY = 12;

export const rule: Rule = {
  name: 'position des photographies',
  description:
    'Une photographie ne contient pas le lieu de la prise de vue : le site l’efface, mais le dépôt le conserve, et il peut être public.',
  example: 'IMG_0042.jpg, prise au téléphone avec la localisation',
  severity: 'avertissement',
  check: async (project) => {
    const found = await Promise.all(
      articlePictures(project).map(async ({ file, path, format }) => {
        if (format === 'svg') return [];
        const seen = await sharp(path, { limitInputPixels: false })
          .metadata()
          .catch(() => null);
        const isPlaced = (seen?.exif && hasPosition(seen.exif)) || seen?.xmp?.includes('GPSLatitude');
        return isPlaced ? [file] : [];
      }),
    );
    return found.flat().map((file) => ({
      file,
      line: 1,
      column: 1,
      message: fr`Cette photographie contient le lieu de la prise de vue (coordonnées GPS)`,
      remedy: fr`Enregistrez-la de nouveau sans ses métadonnées (« Supprimer les informations de localisation ») avant de la partager`,
    }));
  },
};

/** Whether the Exif data of a photograph holds a latitude. */
export function hasPosition(exif: Buffer): boolean {
  const start = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0;
  const tiff = exif.subarray(start);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const entry = (list: number, wanted: number) => {
    const places = Array.from({ length: short(list) }, (_, index) => list + 2 + index * ENTRY);
    return places.find((place) => short(place) === wanted);
  };
  try {
    const gps = entry(long(4), GPS_LIST);
    return gps !== undefined && entry(long(gps + 8), LATITUDE) !== undefined;
  } catch {
    // What is cut short holds no position that anyone can read.
    return false;
  }
}
