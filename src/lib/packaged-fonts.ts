/** The fonts that a magazine chooses from. Each is a package of files in WOFF2, one for each range of letters. */

/** Fonts of headlines and of the interface, each a variable font with weights from 400 to 800. */
export const TITLE_FONTS = ['bricolage-grotesque', 'archivo', 'fraunces'] as const;
/** Fonts of texts. */
export const TEXT_FONTS = ['spectral', 'source-serif-4'] as const;

/** The fonts of a magazine. */
export interface FontChoice {
  titles: (typeof TITLE_FONTS)[number];
  text: (typeof TEXT_FONTS)[number];
}

/** The fonts of a magazine that chooses none. */
export const DEFAULT_FONTS: FontChoice = { titles: 'bricolage-grotesque', text: 'spectral' };

/** A font, as style sheets and social cards use it. */
export interface PackagedFont {
  family: string;
  /** System fonts that browsers use until this one is loaded. */
  fallbacks: string[];
  /**
   * Path of one of the font's files, from the project's folder.
   *
   * @param letters a range, « latin » or « cyrillic »
   * @param weight only for a font with one file per weight; a variable font ignores it
   */
  file(letters: string, style?: 'normal' | 'italic', weight?: number): string;
  /** Whether one file has all weights. */
  isVariable: boolean;
}

const SANS = ['system-ui', 'sans-serif'];
const SERIF = ['Georgia', 'serif'];

const variable = (name: string, family: string, fallbacks: string[]): PackagedFont => ({
  family,
  fallbacks,
  isVariable: true,
  file: (letters, style = 'normal') =>
    `node_modules/@fontsource-variable/${name}/files/${name}-${letters}-wght-${style}.woff2`,
});

const FONTS: Readonly<Record<FontChoice['titles'] | FontChoice['text'], PackagedFont>> = {
  'bricolage-grotesque': variable('bricolage-grotesque', 'Bricolage Grotesque', SANS),
  archivo: variable('archivo', 'Archivo', SANS),
  fraunces: variable('fraunces', 'Fraunces', SERIF),
  'source-serif-4': variable('source-serif-4', 'Source Serif 4', SERIF),
  spectral: {
    family: 'Spectral',
    fallbacks: SERIF,
    isVariable: false,
    file: (letters, style = 'normal', weight = 400) =>
      `node_modules/@fontsource/spectral/files/spectral-${letters}-${weight}-${style}.woff2`,
  },
};

/** Returns the fonts of a choice. */
export function fontsOf({ titles, text }: FontChoice): { titles: PackagedFont; text: PackagedFont } {
  return { titles: FONTS[titles], text: FONTS[text] };
}

/** The font of Cyrillic headlines in social cards: the fonts of headlines have no Cyrillic letters. */
export const CYRILLIC_FONT = FONTS.spectral;
