import { typesetRun } from '#lib/typography/typeset.ts';
import { changesBetween } from '#content/checks/project/changes.ts';
import { fixIn, placeIn, proseOf } from '#content/checks/project/prose.ts';
import { defineRule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

/** Reports only notes, because pages are typeset anyway. A note explains why a page differs from its file. */
export const rule = defineRule({
  name: 'typographie',
  description:
    'Les espaces insécables, guillemets, apostrophes et abrégés que la page corrige d’elle-même peuvent l’être dans le fichier.',
  example: 'Qu\'est-ce que c\'est ? "Rien", le 1er juin...',
  severity: 'note',
  fixable: true,
  checkDocument(document, report) {
    for (const { stretches } of proseOf(document)) {
      const set = typesetRun(stretches.map((stretch) => stretch?.text ?? null));
      for (const [index, stretch] of stretches.entries()) {
        const after = set[index];
        if (!stretch || typeof after !== 'string') continue;
        for (const { start, end, at, replacement } of changesBetween(stretch.text, after)) {
          const isInLine = !(stretch.text.slice(start, end) + replacement).includes('\n');
          const fix = isInLine ? fixIn(stretch, start, end - start, replacement) : undefined;
          const [left = ''] = /\S{0,12}$/u.exec(after.slice(0, at)) ?? [];
          const [right = ''] = /^\S{0,12}/u.exec(after.slice(at + replacement.length)) ?? [];
          report(
            placeIn(document, stretch, start),
            fr`La page écrira : ${left + replacement + right}`,
            fix
              ? fr`Rien à faire ; ${'« npm run check -- --corriger »'} l’écrit aussi dans le fichier`
              : fr`Rien à faire`,
            { fix },
          );
        }
      }
    }
  },
});
