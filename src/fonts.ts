import { dirname } from 'node:path';
import { defineConfig, fontProviders } from 'astro/config';
import { readFonts } from './content/files/site-look.ts';
import { fontsOf, type PackagedFont } from './lib/packaged-fonts.ts';
import { lightFont } from './light-font.ts';

const root = dirname(import.meta.dirname);
const { titles, text } = fontsOf(readFonts(root));
const TITLE_WEIGHTS = [400, 800] as const;
const TEXT_WEIGHTS = [400, 600] as const;

/** A font of texts: its regular file is preloaded; the others may load late, and only style a few words. */
async function textVariants({ file, isVariable }: PackagedFont) {
  const light = (path: string) => lightFont(root, path, isVariable ? TEXT_WEIGHTS : undefined);
  const normal = { src: [await light(file('latin'))], style: 'normal' } as const;
  const italic = { src: [await light(file('latin', 'italic'))], style: 'italic', display: 'swap' } as const;
  if (isVariable)
    return [
      { ...normal, weight: TEXT_WEIGHTS.join(' ') },
      { ...italic, weight: TEXT_WEIGHTS.join(' ') },
    ];
  const bold = {
    src: [await light(file('latin', 'normal', 600))],
    weight: 600,
    style: 'normal',
    display: 'swap',
  } as const;
  return [{ ...normal, weight: 400 }, { ...italic, weight: 400 }, bold];
}

const [firstText, ...otherTexts] = await textVariants(text);
if (!firstText) throw new Error('A font of texts has no file');

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
      options: { variants: [firstText, ...otherTexts] },
    },
  ],
});
