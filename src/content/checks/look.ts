import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFile } from '#content/files/content-file.ts';
import { DRAWINGS_FOLDER } from '#content/files/site-look.ts';
import { contrast, type Hex, readableOn } from '#lib/contrast.ts';
import { nearest } from '#lib/nearest.ts';
import { ERROR, type Palette, paletteOf } from '#lib/palette.ts';
import { fr } from '#lib/typography/fr.ts';
import type { ContentProblem } from '#model/problems.ts';
import type { SiteFile } from '#model/site-schema.ts';
import { reportTo } from './report.ts';

/** Minimum contrast of text (WCAG 2.2, 1.4.3). */
const TEXT = 4.5;
/** Minimum contrast of the border of a control (WCAG 2.2, 1.4.11). */
const BORDER = 3;

/**
 * A colour on its background. The path is that of the colour's field in content/site.yaml, or of the field that the
 * colour is mixed from.
 */
interface Pair {
  path: (string | number)[];
  colour: { name: string; value: Hex };
  ground: { name: string; value: Hex };
  needed: number;
}

/** Checks that the drawings named in content/site.yaml exist, and that its colours have enough contrast. */
export function checkLook(root: string, site: ContentFile<SiteFile>, problems: ContentProblem[]): void {
  const { file, source, data } = site;
  if (!data) return;
  const report = reportTo(problems, file);
  const folder = join(root, DRAWINGS_FOLDER);
  const drawings = existsSync(folder) ? readdirSync(folder) : [];
  for (const field of ['mark', 'icon'] as const) {
    const name = data[field];
    if (name === undefined || drawings.includes(name)) continue;
    const meant = nearest(name, drawings);
    report(
      source.placeOfValue([field]),
      fr`Le dessin « ${name} » n’est pas dans ${DRAWINGS_FOLDER}/`,
      meant ? fr`Vouliez-vous dire « ${meant} » ?` : fr`Mettez-y ce fichier, ou supprimez cette ligne`,
    );
  }
  if (!data.colours) return;
  for (const pair of pairsOf(paletteOf(data.colours))) {
    const { path, colour, ground, needed } = pair;
    const ratio = contrast(colour.value, ground.value);
    if (ratio >= needed) continue;
    const written = source.placeOfValue(['colours', ...path]);
    const offered = readableOn(ground.value, colour.value, needed);
    report(
      written,
      fr`${capitalised(colour.name)} (${colour.value}) se lit mal sur ${ground.name} (${ground.value}) : le contraste est de ${ratioText(ratio)}, il en faut ${ratioText(needed)}`,
      offered === null
        ? fr`Éclaircissez ou assombrissez ${ground.name}`
        : fr`La valeur la plus proche qui convient : '${offered}'`,
    );
  }
}

function pairsOf(palette: Palette): Pair[] {
  return (['light', 'dark'] as const).flatMap((theme) => {
    const tones = palette[theme];
    const suffix = theme === 'light' ? 'clair' : 'sombre';
    const paper = { name: `le papier ${suffix}`, value: tones.paper };
    const card = { name: `les pastilles du thème ${suffix}`, value: tones.card };
    const tone = (name: keyof typeof tones, shown: string, ground = paper, needed = TEXT): Pair => ({
      path: [theme, name],
      colour: { name: shown, value: tones[name] },
      ground,
      needed,
    });
    const accents = palette.accents.flatMap((accent, index): Pair[] => {
      const colour = { name: `la couleur « ${accent.name} »`, value: accent[theme] };
      const own = theme === 'light' ? accent.lightGround : accent.darkGround;
      const ground = { name: `le fond ${suffix} de « ${accent.name} »`, value: own };
      return [
        { path: ['accents', index, theme], colour, ground: paper, needed: TEXT },
        { path: ['accents', index, theme], colour, ground, needed: TEXT },
        tone('ink', 'l’encre', ground),
        tone('note', 'le texte des notes', ground),
      ];
    });
    return [
      tone('ink', 'l’encre'),
      tone('ink', 'l’encre', card),
      tone('soft', 'le texte secondaire'),
      tone('soft', 'le texte secondaire', card),
      tone('lead', 'le texte du chapô'),
      tone('border', 'le contour des boutons', paper, BORDER),
      {
        path: [theme, 'paper'],
        colour: { name: 'le texte des erreurs', value: ERROR[theme] },
        ground: paper,
        needed: TEXT,
      },
      ...accents,
    ];
  });
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** « 4,5 »; rounded down, so that a failing ratio never looks sufficient. */
const ratioText = (ratio: number) =>
  (Math.floor(ratio * 10) / 10).toLocaleString('fr-FR', { minimumFractionDigits: 1 });
