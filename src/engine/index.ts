import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { externalDataStore } from './external-data-store.ts';
import { openOutput, type ReusedFiles, type ReusedOutput } from './reused-output.ts';
import { findPrerenderBundle, type PrerenderBundle } from './workers/prerender-bundle.ts';
import { prerenderOnWorkers } from './workers/prerenderer.ts';

/** From this many articles on, builds are fast by default; a plain build of fewer takes seconds. BUILD overrides it. */
const FAST_FROM = 1000;

export interface EngineOptions extends ReusedFiles {
  /** The folder that has one subfolder for each article, relative to the root of the project. */
  articles: string;
  /**
   * Matches the source files of the pages that workers may render. Astro must track no content entry and no image for
   * these pages.
   */
  templates: RegExp;
}

/**
 * Makes builds of large magazines fast: it skips the pages that are unchanged since the last build, and renders the
 * others on several threads. The site is the same without it, byte for byte. It must be the last integration, because
 * it records the files that the others write.
 */
export function engine({ articles, templates, ...reused }: EngineOptions): AstroIntegration {
  let isFast = false;
  let count = 0;
  let output: ReusedOutput | null = null;
  const bundle: PrerenderBundle = { entry: '', pages: new Map() };
  return {
    name: 'engine',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        count = readdirSync(new URL(articles, config.root)).length;
        const isLarge = count >= FAST_FROM;
        isFast = command === 'build' && isFastBuild(isLarge);
        // A plain build does not verify the incremental cache of Astro, so it starts without one.
        if (command === 'build' && !isFast) rmSync(config.cacheDir, { recursive: true, force: true });
        if (isFast || (command === 'dev' && isLarge))
          updateConfig({
            vite: { plugins: [externalDataStore(command === 'dev' ? 'dev' : 'build', config)] },
          });
        if (isFast)
          updateConfig({
            experimental: { incrementalBuild: true },
            vite: { build: { emptyOutDir: false }, plugins: [findPrerenderBundle(bundle)] },
          });
      },
      'astro:config:done': ({ config: { outDir, cacheDir } }) => {
        if (isFast) output = openOutput(fileURLToPath(outDir), fileURLToPath(cacheDir), reused);
      },
      'astro:build:setup': ({ target, pages }) => {
        if (target === 'server') bundle.pages = pages;
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        if (!output) return;
        const { isEmpty, setPages } = output;
        const megabytes = 150 + Math.ceil(count / 100);
        setPrerenderer((own) =>
          prerenderOnWorkers(own, {
            bundle,
            templates,
            megabytes,
            isWhole: isEmpty,
            onPages: setPages,
            logger,
          }),
        );
      },
      'astro:build:done': () => output?.record(),
    },
  };
}

function isFastBuild(isLarge: boolean): boolean {
  const mode = process.env['BUILD'];
  if (mode === undefined || mode === '') return isLarge;
  if (mode === 'fast' || mode === 'plain') return mode === 'fast';
  throw new Error(`BUILD is “${mode}”: give it “fast” or “plain”`);
}
