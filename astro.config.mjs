import mdx from '@astrojs/mdx';
import { fontProviders } from 'astro/config';
import { readSiteAddress } from './src/content/files/site-address.ts';
import { compressedFiles } from './src/integrations/compressed-files.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { cms } from './src/integrations/cms.ts';
import { editorsPreview } from './src/integrations/editors-preview.ts';
import { keptOutput, keptOutputDone } from './src/engine/cache/incremental-output.ts';
import { newFolders } from './src/integrations/new-folders.ts';
import { redirects } from './src/integrations/redirects.ts';
import { optimizedIcons } from './src/integrations/optimized-icons.ts';
import { pageRendering } from './src/engine/page-rendering.ts';
import { pictureVariants } from './src/integrations/picture-variants.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { socialCards } from './src/integrations/social-cards.ts';
import { datedSitemap } from './src/integrations/sitemap.ts';
import { serviceWorker } from './src/integrations/service-worker.ts';
import { serverFiles } from './src/integrations/server-files.ts';
import { storeAtHand } from './src/engine/external-data-store.ts';
import { finishedPages } from './src/integrations/finished-pages.ts';
import { markdownProcessor } from './src/markdown/processor.ts';

const bricolage = './node_modules/@fontsource-variable/bricolage-grotesque/files';
const spectral = './node_modules/@fontsource/spectral/files';

const base = process.env.BASE_PATH ?? '/';

/** @type {import('astro').AstroUserConfig} */
export default {
  // `npm run build` makes the site aside, and serves it when it is whole: see src/cli/build.ts.
  outDir: './.cache/build/dist',
  site: process.env.SITE_ADDRESS ?? readSiteAddress(),
  base,
  trailingSlash: 'always',
  // Two builds at once must not share what they read of the content.
  cacheDir: process.env.CACHE_FOLDER ?? './node_modules/.astro',
  // One request less before the first paint; a page's whole style is smaller than that request's delay.
  build: { inlineStylesheets: 'always', concurrency: 16 },
  // VS Code's Astro extension checks the fields of an article by the schema that this writes in .astro/.
  experimental: { contentIntellisense: true, incrementalBuild: true },
  devToolbar: { enabled: false },
  logger: { entrypoint: './src/engine/build-log.ts' },
  integrations: [
    // It notes what it wrote before the kept output is judged by what is noted.
    pageRendering(),
    keptOutput(),
    contentCheck(),
    pictureVariants(),
    socialCards(),
    newFolders(),
    editorsPreview(),
    cms(),
    storeAtHand(),
    optimizedIcons(),
    redirects(),
    // As src/markdown/compile-body.ts does, for the same HTML by both ways.
    mdx({ optimize: true }),
    datedSitemap(import.meta.dirname, base),
    finishedPages(),
    // Of the pages as they stay: those that a build leaves as they are look the same to it.
    searchIndex(),
    // After all that writes the page it keeps, whose last words it must know.
    serviceWorker(),
    serverFiles(),
    // It compresses what all others wrote.
    compressedFiles(),
    keptOutputDone(),
  ],
  markdown: { processor: markdownProcessor, syntaxHighlight: false },
  // A font that is late waits for the next page: nothing that is being read moves.
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Bricolage Grotesque',
      cssVariable: '--font-sans',
      fallbacks: ['system-ui', 'sans-serif'],
      display: 'optional',
      options: {
        variants: [
          {
            src: [`${bricolage}/bricolage-grotesque-latin-wght-normal.woff2`],
            weight: '200 800',
            style: 'normal',
          },
        ],
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
          { src: [`${spectral}/spectral-latin-400-normal.woff2`], weight: 400, style: 'normal' },
          // Of a few words in a text, and not asked for ahead: they may come late, in lines that stand.
          {
            src: [`${spectral}/spectral-latin-400-italic.woff2`],
            weight: 400,
            style: 'italic',
            display: 'swap',
          },
          {
            src: [`${spectral}/spectral-latin-600-normal.woff2`],
            weight: 600,
            style: 'normal',
            display: 'swap',
          },
        ],
      },
    },
  ],
  vite: {
    // What the collections are defined with is loaded by Node: Vite would transform a hundred modules of Astro for it.
    environments: {
      astro: { resolve: { external: ['astro/content/config', 'astro/loaders', 'astro/zod'] } },
    },
    server: {
      watch: {
        // What is built is not what one writes.
        ignored: ['**/.cache/**', '**/.dist/**', '**/.dist-redaction/**'],
        // A save empties its file before it fills it: read in between, its article would be gone.
        awaitWriteFinish: { stabilityThreshold: 20, pollInterval: 5 },
      },
    },
    build: {
      // What the last build left is kept or thrown away by src/engine/cache/incremental-output.ts.
      emptyOutDir: false,
      rolldownOptions: {
        // One such warning for each article, and nothing an editor could do about it.
        onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      },
    },
  },
};
