import { formatNumber } from '#lib/numbers.ts';
import { measureCovers } from '#content/checks/project/covers.ts';
import type { Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

/** From 4:3 to a panorama: beyond, cutting it to 16:9 takes away what it shows. */
const NARROWEST = 1.3;
const WIDEST = 2.4;

export const rule: Rule = {
  name: 'forme de couverture',
  description: 'Une image de couverture est plus large que haute, de 1,3 à 2,4 fois.',
  example: 'Une photographie en hauteur (1 600 × 2 400)',
  severity: 'erreur',
  check: async (project) =>
    (await measureCovers(project))
      .map((cover) => ({ ...cover, ratio: cover.width / cover.height }))
      .filter(({ ratio }) => ratio < NARROWEST || ratio > WIDEST)
      .map(({ file, place, name, width, height, ratio }) => ({
        file,
        ...place,
        message: fr`L’image « ${name} » (${width} × ${height}) est ${ratio < NARROWEST ? 'trop haute' : 'trop large'}`,
        remedy: fr`Recadrez-la : de ${formatNumber(NARROWEST)} à ${formatNumber(WIDEST)} fois plus large que haute, 16:9 au mieux`,
      })),
};
