import { closeSync, openSync, readSync } from 'node:fs';
import sharp from 'sharp';
import { articlePictures, type ArticlePicture } from '#content/checks/project/article-pictures.ts';
import type { Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

/** An animated PNG says so before its first picture, in a chunk that the library that reads pictures skips. */
const BEFORE_PIXELS = 64_000;

export const rule: Rule = {
  name: 'images animées',
  description:
    'Une image animée (GIF, WebP, AVIF, PNG) s’affiche immobile, réduite à sa première image : un lecteur doit pouvoir arrêter ce qui bouge.',
  example: 'demonstration.gif de 40 images',
  severity: 'note',
  check: async (project) => {
    const found = await Promise.all(
      articlePictures(project).map(async (picture) => ((await isMoving(picture)) ? [picture.file] : [])),
    );
    return found.flat().map((file) => ({
      file,
      line: 1,
      column: 1,
      message: fr`Cette image est animée : seule sa première image s’affichera`,
      remedy: fr`Pour montrer le mouvement, mettez la séquence en ligne et montrez-la avec <Video>`,
    }));
  },
};

async function isMoving({ path, format }: ArticlePicture): Promise<boolean> {
  if (format === 'svg' || format === 'jpeg') return false;
  if (format === 'png') return startOf(path).includes('acTL');
  const seen = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  return (seen?.pages ?? 1) > 1;
}

function startOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(BEFORE_PIXELS);
    const start = buffer.toString('latin1', 0, readSync(file, buffer));
    return start.split('IDAT', 1)[0] ?? '';
  } finally {
    closeSync(file);
  }
}
