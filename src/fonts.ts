import { defineConfig, fontProviders } from 'astro/config';

const bricolage = './node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin';
const spectral = './node_modules/@fontsource/spectral/files/spectral-latin';

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
        variants: [{ src: [`${bricolage}-wght-normal.woff2`], weight: '200 800', style: 'normal' }],
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
          { src: [`${spectral}-400-normal.woff2`], weight: 400, style: 'normal' },
          // These may load late: they are not preloaded, and only style a few words.
          { src: [`${spectral}-400-italic.woff2`], weight: 400, style: 'italic', display: 'swap' },
          { src: [`${spectral}-600-normal.woff2`], weight: 600, style: 'normal', display: 'swap' },
        ],
      },
    },
  ],
});
