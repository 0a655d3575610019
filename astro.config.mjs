import mdx from '@astrojs/mdx';
import { readSetting } from './src/content/files/content-file.ts';
import { fastBuild } from './src/fast-build.ts';
import { fonts } from './src/fonts.ts';
import { cms } from './src/integrations/cms.ts';
import { compressedFiles } from './src/integrations/compressed-files.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { editorsPreview } from './src/integrations/editors-preview.ts';
import { finishedPages } from './src/integrations/finished-pages.ts';
import { newFolders } from './src/integrations/new-folders.ts';
import { optimizedIcons } from './src/integrations/optimized-icons.ts';
import { pictureVariants } from './src/integrations/picture-variants.ts';
import { redirects } from './src/integrations/redirects.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { serverFiles } from './src/integrations/server-files.ts';
import { serviceWorker } from './src/integrations/service-worker.ts';
import { datedSitemap } from './src/integrations/sitemap.ts';
import { socialCards } from './src/integrations/social-cards.ts';
import { markdownProcessor } from './src/markdown/processor.ts';

const base = process.env.BASE_PATH ?? '/';
const cache = process.env.CACHE_FOLDER ?? './node_modules/.astro';

/** @type {import('astro').AstroUserConfig} */
export default {
  // `npm run build` makes the site here, and serves it when it is whole: see src/cli/build.ts.
  outDir: './.cache/build/dist',
  // Besides our own caches: a build may erase what Astro has cached.
  cacheDir: `${cache}/astro`,
  site: process.env.SITE_ADDRESS ?? readSetting(import.meta.dirname, 'address'),
  base,
  trailingSlash: 'always',
  // A request less before the first paint: the style of a page is smaller than the delay of that request.
  build: { inlineStylesheets: 'always', concurrency: 16 },
  // VS Code's Astro extension checks the fields of an article by the schema that this writes in .astro/.
  experimental: { contentIntellisense: true },
  devToolbar: { enabled: false },
  integrations: [
    contentCheck(),
    pictureVariants(),
    socialCards(),
    newFolders(),
    editorsPreview(),
    cms(),
    optimizedIcons(),
    redirects(),
    // Optimized as in src/markdown/compile-body.ts, for the same HTML by both ways.
    mdx({ optimize: true }),
    datedSitemap(import.meta.dirname, base),
    finishedPages(),
    searchIndex(),
    // After what writes the offline page, whose content it hashes.
    serviceWorker(),
    serverFiles(),
    // After what writes texts.
    compressedFiles(),
    // After what writes files, which it records.
    fastBuild,
  ],
  markdown: { processor: markdownProcessor, syntaxHighlight: false },
  fonts,
  vite: {
    // Node loads the modules that define the collections: Vite would transform a hundred of Astro's.
    environments: {
      astro: { resolve: { external: ['astro/content/config', 'astro/loaders', 'astro/zod'] } },
    },
    server: {
      watch: {
        ignored: ['**/.cache/**', '**/.dist/**', '**/.dist-redaction/**'],
        // A save empties its file before it fills it: read in between, its article would be missing.
        awaitWriteFinish: { stabilityThreshold: 20, pollInterval: 5 },
      },
    },
    build: {
      rolldownOptions: {
        // One such warning for each article, and nothing that an editor could do about it.
        onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      },
    },
  },
};
