import { dirname } from 'node:path';
import { defineConfig, fontProviders } from 'astro/config';
import { readFonts } from './content/files/site-look.ts';
import { fontsOf, type PackagedFont } from './lib/packaged-fonts.ts';
import { lightFont } from './light-font.ts';

const root = dirname(import.meta.dirname);
const { titles, text } = fontsOf(readFonts(root));
const TITLE_WEIGHTS = [400, 800] as const;
const TEXT_WEIGHTS = [400, 600] as const;

/** A file of a font of texts. */
interface TextVariant {
  src: [string];
  weight: number | string;
  style: 'italic' | 'normal';
  display?: 'swap';
}

/** The regular file of a font of texts, then those that may load late, because they only style a few words. */
async function textVariants({ file, isVariable }: PackagedFont): Promise<[TextVariant, ...TextVariant[]]> {
  const light = (path: string) => lightFont(root, path, isVariable ? TEXT_WEIGHTS : undefined);
  const weight = isVariable ? TEXT_WEIGHTS.join(' ') : 400;
  const normal: TextVariant = { src: [await light(file('latin'))], weight, style: 'normal' };
  const italic: TextVariant = {
    src: [await light(file('latin', 'italic'))],
    weight,
    style: 'italic',
    display: 'swap',
  };
  if (isVariable) return [normal, italic];
  const bold = await light(file('latin', 'normal', 600));
  return [normal, italic, { src: [bold], weight: 600, style: 'normal', display: 'swap' }];
}

/**
 * The fonts of the site. A font that loads late is used from the next page on, so that no text moves while it is read.
 */
export const { fonts } = defineConfig({
  fonts: [
    {
      provider: fontProviders.local(),
      name: titles.family,
      cssVariable: '--font-sans',
      fallbacks: titles.fallbacks,
      display: 'optional',
      options: {
        variants: [
          {
            src: [await lightFont(root, titles.file('latin'), TITLE_WEIGHTS)],
            weight: TITLE_WEIGHTS.join(' '),
            style: 'normal',
          },
        ],
      },
    },
    {
      provider: fontProviders.local(),
      name: text.family,
      cssVariable: '--font-serif',
      fallbacks: text.fallbacks,
      display: 'optional',
      options: { variants: await textVariants(text) },
    },
  ],
});
