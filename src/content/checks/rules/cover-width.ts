import { measureCovers } from '#content/checks/project/covers.ts';
import type { Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

const LEAST_WIDTH = 1600;

export const rule: Rule = {
  name: 'largeur de couverture',
  description: 'Une image de couverture mesure 1 600 pixels de large au minimum, sauf un dessin SVG.',
  example: 'cover.src: ./vignette.jpg (800 × 450)',
  severity: 'erreur',
  check: async (project) =>
    (await measureCovers(project))
      .filter(({ width, isDrawing }) => !isDrawing && width < LEAST_WIDTH)
      .map(({ file, place, name, width }) => ({
        file,
        ...place,
        message: fr`L’image « ${name} » n’a que ${width} pixels de large`,
        remedy: fr`Choisissez-en une de ${'1\u202F600'} pixels au minimum`,
      })),
};
