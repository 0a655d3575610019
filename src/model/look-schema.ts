import { z } from 'astro/zod';
import { DEFAULT_FONTS, TEXT_FONTS, TITLE_FONTS } from '#lib/packaged-fonts.ts';
import { fields } from './schema-fields.ts';

/** The look of the magazine, in content/site.yaml: its colours, its fonts and its drawings. */

const COLOUR_EXPECTED =
  "Couleur attendue, entre apostrophes : « # » et six chiffres ou lettres de a à f, par exemple '#1d4fa3'";

/** A colour, `#rrggbb`. */
const colour = (title: string, description: string) =>
  z
    .string({ error: COLOUR_EXPECTED })
    .regex(/^#[\da-fA-F]{6}$/u, { error: COLOUR_EXPECTED })
    .toLowerCase()
    .meta({ title, description, 'x-kind': 'colour' });

const tones = fields({
  paper: colour('Papier', 'Le fond des pages'),
  ink: colour('Encre', 'Les titres et le texte'),
  soft: colour('Texte secondaire', 'Les dates, les légendes ; déduit de l’encre s’il manque').optional(),
  lead: colour('Chapô', 'Le texte des chapôs ; déduit de l’encre s’il manque').optional(),
  line: colour('Filets', 'Les filets entre les parties ; déduits de l’encre s’ils manquent').optional(),
  card: colour('Pastilles', 'Le fond des pastilles et des blocs ; déduit du papier s’il manque').optional(),
  border: colour('Bordures', 'Le contour des boutons ; déduit de l’encre s’il manque').optional(),
  note: colour('Notes', 'Le texte secondaire sur un fond coloré ; déduit de l’encre s’il manque').optional(),
});

const ACCENT_EXPECTED =
  'Nom de couleur attendu : une lettre minuscule, puis des lettres sans accents ou des chiffres';
/** The name also appears as an attribute value in style sheets, which is why it has no hyphen. */
const ACCENT = /^[a-z][a-z\d]{0,23}$/u;

/** The name of an accent colour, which categories refer to. */
export const accentName = z.string({ error: ACCENT_EXPECTED }).regex(ACCENT, { error: ACCENT_EXPECTED });

const accent = fields(
  {
    name: accentName.meta({ title: 'Nom', description: 'Son nom, que les rubriques citent' }),
    light: colour('En clair', 'La couleur sur le papier du thème clair'),
    dark: colour('En sombre', 'La couleur sur le papier du thème sombre'),
    lightGround: colour(
      'Fond en clair',
      'Le fond des encadrés ; déduit de la couleur s’il manque',
    ).optional(),
    darkGround: colour(
      'Fond en sombre',
      'Le fond des encadrés ; déduit de la couleur s’il manque',
    ).optional(),
  },
  'Couleur attendue : name, light et dark',
);

export const coloursSchema = fields({
  light: tones.meta({ title: 'Thème clair', description: 'Les tons du thème clair' }),
  dark: tones.meta({ title: 'Thème sombre', description: 'Les tons du thème sombre' }),
  dot: colour('Point', 'Le point du nom, et les filets de la même couleur'),
  accents: z
    .array(accent, { error: 'Liste de couleurs attendue' })
    .min(1, { error: 'Une couleur attendue au minimum' })
    .meta({
      title: 'Couleurs des rubriques',
      description: 'Les couleurs des rubriques ; la première est celle des pages sans rubrique',
    }),
});

export const fontsSchema = fields({
  titles: z
    .enum(TITLE_FONTS, { error: `Caractère attendu, parmi : ${TITLE_FONTS.join(', ')}` })
    .default(DEFAULT_FONTS.titles)
    .meta({ title: 'Titres', description: 'Le caractère des titres et des boutons' }),
  text: z
    .enum(TEXT_FONTS, { error: `Caractère attendu, parmi : ${TEXT_FONTS.join(', ')}` })
    .default(DEFAULT_FONTS.text)
    .meta({ title: 'Textes', description: 'Le caractère des textes' }),
});

const DRAWING_EXPECTED = 'Nom d’un dessin de content/site/ attendu, par exemple « icone.svg »';

/** The file name of a drawing in content/site/. */
export const siteDrawing = z
  .string({ error: DRAWING_EXPECTED })
  .regex(/^[\w-]+\.svg$/u, { error: DRAWING_EXPECTED });
