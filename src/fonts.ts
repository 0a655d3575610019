import { dirname } from 'node:path';
import { defineConfig, fontProviders } from 'astro/config';
import { lightFont } from './light-font.ts';

const root = dirname(import.meta.dirname);
const bricolage = await lightFont(
  root,
  'node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  [400, 800],
);
const spectral = (variant: string) =>
  lightFont(root, `node_modules/@fontsource/spectral/files/spectral-latin-${variant}.woff2`);

/**
 * The fonts of the site. A font that loads late is used from the next page on, so that no text moves while it is read.
 */
export const { fonts } = defineConfig({
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Bricolage Grotesque',
      cssVariable: '--font-sans',
      fallbacks: ['system-ui', 'sans-serif'],
      display: 'optional',
      options: {
        variants: [{ src: [bricolage], weight: '400 800', style: 'normal' }],
      },
    },
    {
      provider: fontProviders.local(),
      name: 'Spectral',
      cssVariable: '--font-serif',
      fallbacks: ['Georgia', 'serif'],
      display: 'optional',
      options: {
        variants: [
          { src: [await spectral('400-normal')], weight: 400, style: 'normal' },
          // These may load late: they are not preloaded, and only style a few words.
          { src: [await spectral('400-italic')], weight: 400, style: 'italic', display: 'swap' },
          { src: [await spectral('600-normal')], weight: 600, style: 'normal', display: 'swap' },
        ],
      },
    },
  ],
});
