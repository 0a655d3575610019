import { readFileSync, statSync } from 'node:fs';
import pMap, { pMapSkip } from 'p-map';
import sharp, { type Metadata } from 'sharp';
import { type BitmapReason, serveDrawing } from '#images/served-drawing.ts';
import { hasPosition } from '#images/clean-photograph.ts';
import { type ArticlePicture, articlePictures } from '#content/checks/project/article-pictures.ts';
import { readPart } from '#storage/read-part.ts';
import { formatNumber } from '#lib/numbers.ts';
import { fr } from '#lib/typography/fr.ts';
import type { Project } from '#content/checks/project/project.ts';
import { START } from '#model/problems.ts';
import { defineRule } from '#content/checks/rule.ts';

const MEGABYTE = 1_000_000;
/** Maximum weight of a photograph, in bytes. Pages show lighter variants of it. */
const MAX_PHOTOGRAPH = 4 * MEGABYTE;
/** Maximum weight of a drawing (SVG), in bytes. Pages show the drawing itself. */
const MAX_DRAWING = 0.2 * MEGABYTE;
/** Number of bytes to read of a PNG: enough for the chunks before its pixels. */
const PNG_START = 64_000;

export const pictureWeight = defineRule({
  name: 'poids des images',
  description: 'Une photographie pèse 4 Mo au maximum, un dessin SVG 0,2 Mo.',
  example: 'couverture.png de 12 Mo',
  severity: 'avertissement',
  checkProject(project, reportIn) {
    for (const { file, path, format } of articlePictures(project)) {
      const most = format === 'svg' ? MAX_DRAWING : MAX_PHOTOGRAPH;
      const { size } = statSync(path);
      if (size > most)
        reportIn(file)(
          START,
          fr`Cette image pèse ${formatNumber(Math.round(size / 100_000) / 10)} Mo`,
          fr`Réduisez-la à ${formatNumber(most / MEGABYTE)} Mo au maximum : 2 400 pixels de large suffisent`,
        );
    }
  },
});

export const picturePosition = defineRule({
  name: 'position des photographies',
  description:
    'Une photographie ne contient pas le lieu de la prise de vue : le site l’efface, mais le dépôt le conserve, et il peut être public. `npm run check -- --corriger` retire les métadonnées des photographies.',
  example: 'IMG_0042.jpg, prise au téléphone avec la localisation',
  severity: 'avertissement',
  async checkProject(project, reportIn) {
    for (const file of await photographsWhere(project, (metadata) => hasPosition(metadata)))
      reportIn(file)(
        START,
        fr`Cette photographie contient le lieu de la prise de vue (coordonnées GPS)`,
        fr`Retirez ses métadonnées avant de la partager : « npm run check -- --corriger » le fait`,
      );
  },
});

const NOT_SERVED: Readonly<Record<BitmapReason, { message: string; remedy: string }>> = {
  animated: {
    message: fr`Ce dessin est animé : les pages en montrent une image fixe, moins nette`,
    remedy: fr`Supprimez ses animations (${'<animate>'}, ${'@keyframes'})`,
  },
  heavy: {
    message: fr`Ce dessin demanderait trop de calcul à un téléphone : les pages en montrent une image, moins nette`,
    remedy: fr`Simplifiez-le : moins de formes et de points, ni flou ni ombre`,
  },
  unreadable: {
    message: fr`Ce dessin ne peut pas être allégé : les pages en montrent une image, moins nette`,
    remedy: fr`Exportez-le en « SVG simple », en UTF-8`,
  },
  unscalable: {
    message: fr`Ce dessin ne peut pas changer de taille : les pages en montrent une image, moins nette`,
    remedy: fr`Donnez à l’élément ${'<svg>'} un « viewBox », par exemple viewBox="0 0 1600 900"`,
  },
};

export const pictureSharpness = defineRule({
  name: 'netteté des dessins',
  description:
    'Un dessin SVG simple et immobile s’affiche tel quel, net à toute taille et plus léger ; les autres deviennent des images ordinaires.',
  example: 'couverture.svg animé, ou de 5 000 formes',
  severity: 'note',
  checkProject(project, reportIn) {
    for (const { file, path, format } of articlePictures(project)) {
      const reason = format === 'svg' ? serveDrawing(readFileSync(path, 'utf8')).reason : null;
      if (reason) reportIn(file)(START, NOT_SERVED[reason].message, NOT_SERVED[reason].remedy);
    }
  },
});

export const pictureAnimation = defineRule({
  name: 'images animées',
  description:
    'Une image animée (GIF, WebP, AVIF, PNG) s’affiche immobile, réduite à sa première image : un lecteur doit pouvoir arrêter ce qui bouge.',
  example: 'demonstration.gif de 40 images',
  severity: 'note',
  async checkProject(project, reportIn) {
    for (const file of await photographsWhere(project, isAnimated))
      reportIn(file)(
        START,
        fr`Cette image est animée : seule sa première image s’affichera`,
        fr`Pour montrer le mouvement, mettez la séquence en ligne et montrez-la avec <Video>`,
      );
  },
});

/** Returns the files of the photographs whose metadata pass a test. */
function photographsWhere(
  project: Project,
  test: (metadata: Metadata, picture: ArticlePicture) => boolean,
): Promise<string[]> {
  const photographs = articlePictures(project).filter(({ format }) => format !== 'svg');
  return pMap(photographs, async (picture) => {
    // The safety check reports a picture that cannot be read.
    const metadata = await sharp(picture.path, { limitInputPixels: false })
      .metadata()
      .catch(() => null);
    return metadata && test(metadata, picture) ? picture.file : pMapSkip;
  });
}

function isAnimated({ pages = 1 }: Metadata, { path, format }: ArticlePicture): boolean {
  return format === 'png' ? isAnimatedPng(path) : pages > 1;
}

/** An animated PNG has an `acTL` chunk before its pixels, which sharp ignores. */
function isAnimatedPng(path: string): boolean {
  const [beforePixels = ''] = readPart(path, 0, PNG_START).toString('latin1').split('IDAT', 1);
  return beforePixels.includes('acTL');
}
