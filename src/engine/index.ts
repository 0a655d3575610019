import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { externalDataStore } from './external-data-store.ts';
import { openOutput, type ReusedFiles, type ReusedOutput } from './reused-output.ts';
import { findPrerenderBundle, type PrerenderBundle } from './workers/prerender-bundle.ts';
import { prerenderOnWorkers } from './workers/prerenderer.ts';

/** Articles from which a build is fast by default: with fewer, a plain one takes seconds. `BUILD` forces either. */
const FAST_FROM = 1000;

export interface EngineOptions extends ReusedFiles {
  /** The folder that holds a folder for each article, from the project's root. */
  articles: string;
  /** Source files of the pages that workers may render: they show no content and no image that Astro knows of. */
  templates: RegExp;
}

/**
 * Makes builds of large magazines fast: a build leaves unchanged pages where the last one wrote them, and renders the
 * others on several threads. Without this integration the site is the same, byte for byte. It comes last, to record
 * what the others write.
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
        // Nothing verifies Astro's cache for a plain build, which does without.
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
