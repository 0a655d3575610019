import { formatNumber } from '#lib/numbers.ts';
import { MAX_RATIO, measureCovers, MIN_RATIO, MIN_WIDTH } from '#content/checks/project/measured-covers.ts';
import { defineRule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

export const coverWidth = defineRule({
  name: 'largeur de couverture',
  description: fr`Une image de couverture mesure ${formatNumber(MIN_WIDTH)} pixels de large au minimum, sauf un dessin SVG.`,
  example: 'cover.src: ./vignette.jpg (800 × 450)',
  severity: 'erreur',
  async checkProject(project, reportIn) {
    for (const { file, place, name, width, isDrawing } of await measureCovers(project))
      if (!isDrawing && width < MIN_WIDTH)
        reportIn(file)(
          place,
          fr`L’image « ${name} » n’a que ${width} pixels de large`,
          fr`Choisissez-en une de ${formatNumber(MIN_WIDTH)} pixels au minimum`,
        );
  },
});

export const coverRatio = defineRule({
  name: 'forme de couverture',
  description: fr`Une image de couverture est plus large que haute, de ${formatNumber(MIN_RATIO)} à ${formatNumber(MAX_RATIO)} fois.`,
  example: 'Une photographie en hauteur (1 600 × 2 400)',
  severity: 'erreur',
  async checkProject(project, reportIn) {
    for (const { file, place, name, width, height } of await measureCovers(project)) {
      const ratio = width / height;
      if (ratio >= MIN_RATIO && ratio <= MAX_RATIO) continue;
      reportIn(file)(
        place,
        fr`L’image « ${name} » (${width} × ${height}) est ${ratio < MIN_RATIO ? 'trop haute' : 'trop large'}`,
        fr`Recadrez-la : de ${formatNumber(MIN_RATIO)} à ${formatNumber(MAX_RATIO)} fois plus large que haute, 16:9 au mieux`,
      );
    }
  },
});
