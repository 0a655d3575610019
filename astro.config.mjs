import mdx from '@astrojs/mdx';
import { readSetting } from './src/content/files/content-file.ts';
import { fastBuild } from './src/engine/fast-build.ts';
import { fonts } from './src/fonts.ts';
import { cms } from './src/integrations/cms.ts';
import { commentPages } from './src/integrations/comment-pages.ts';
import { compressedFiles } from './src/integrations/compressed-files.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { editorsPreview } from './src/integrations/editors-preview.ts';
import { finishedPages } from './src/integrations/finished-pages.ts';
import { newFolders } from './src/integrations/new-folders.ts';
import { pictureVariants } from './src/integrations/picture-variants.ts';
import { redirects } from './src/integrations/redirects.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { serverFiles } from './src/integrations/server-files.ts';
import { serviceWorker } from './src/integrations/service-worker.ts';
import { datedSitemap } from './src/integrations/sitemap.ts';
import { socialCards } from './src/integrations/social-cards.ts';
import { staleModules } from './src/integrations/stale-modules.ts';
import { wordedPages } from './src/integrations/worded-pages.ts';
import { markdownProcessor } from './src/markdown/processor.ts';

const base = process.env.BASE_PATH || '/';
const cache = process.env.CACHE_FOLDER ?? './node_modules/.astro';

/** @type {import('astro').AstroUserConfig} */
export default {
  // `npm run build` builds here, then publishes the finished site: see src/cli/build.ts.
  outDir: './.cache/build/dist',
  // A build may delete Astro's cache, so it is separate from our own caches.
  cacheDir: `${cache}/astro`,
  site: process.env.SITE_ADDRESS || readSetting(import.meta.dirname, 'address'),
  base,
  trailingSlash: 'always',
  // Inlined styles save a request before the first paint, and take less time to load than that request would.
  build: { inlineStylesheets: 'always', concurrency: 16 },
  // Writes schemas to .astro/, with which VS Code's Astro extension checks the fields of articles.
  experimental: { contentIntellisense: true },
  devToolbar: { enabled: false },
  integrations: [
    contentCheck(),
    pictureVariants(),
    socialCards(),
    newFolders(),
    staleModules(),
    editorsPreview(),
    wordedPages(),
    commentPages(),
    cms(),
    redirects(),
    // As in src/markdown/compile-body.ts, so that both ways render the same HTML.
    mdx({ optimize: true }),
    datedSitemap(import.meta.dirname, base),
    finishedPages(),
    searchIndex(),
    // After the integrations that finish pages: it hashes the offline page.
    serviceWorker(),
    serverFiles(),
    // After the integrations that write text files.
    compressedFiles(),
    // Last: it records the files that the other integrations write.
    fastBuild,
  ],
  markdown: { processor: markdownProcessor, syntaxHighlight: false },
  fonts,
  vite: {
    // Node loads these modules: otherwise Vite would transform a hundred of Astro's to read the collections.
    environments: {
      astro: { resolve: { external: ['astro/content/config', 'astro/loaders', 'astro/zod'] } },
    },
    // Found only when a reader comes near the comment form, they would have the development server reload the page.
    optimizeDeps: { include: ['altcha-lib', 'altcha-lib/algorithms/web/pbkdf2'] },
    server: {
      watch: {
        ignored: ['**/.cache/**', '**/.dist/**', '**/.dist-redaction/**'],
        // Saving empties a file before it fills it: if Vite read it in between, the article would be missing.
        awaitWriteFinish: { stabilityThreshold: 20, pollInterval: 5 },
      },
    },
    // A script that is loaded on demand, by its address, is built as a module: see CommentForm.astro.
    worker: { format: 'es' },
    build: {
      rolldownOptions: {
        // Every article causes this warning, and editors can do nothing about it.
        onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      },
    },
  },
};
