import { articlePictures } from '#content/checks/project/article-pictures.ts';
import type { Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';
import { formatNumber } from '#lib/numbers.ts';

const MEGABYTE = 1_000_000;
/** The site makes its own versions of a photograph; a drawing is sent as it is. */
const MOST_PHOTOGRAPH = 4 * MEGABYTE;
const MOST_DRAWING = 0.2 * MEGABYTE;

export const rule: Rule = {
  name: 'poids des images',
  description: 'Une photographie pèse 4 Mo au maximum, un dessin SVG 0,2 Mo.',
  example: 'couverture.png de 12 Mo',
  severity: 'avertissement',
  check: (project) =>
    articlePictures(project).flatMap(({ file, format, size }) => {
      const most = format === 'svg' ? MOST_DRAWING : MOST_PHOTOGRAPH;
      if (size <= most) return [];
      return [
        {
          file,
          line: 1,
          column: 1,
          message: fr`Cette image pèse ${formatNumber(Math.round(size / 100_000) / 10)} Mo`,
          remedy: fr`Réduisez-la à ${formatNumber(most / MEGABYTE)} Mo au maximum : 2 400 pixels de large suffisent`,
        },
      ];
    }),
};
