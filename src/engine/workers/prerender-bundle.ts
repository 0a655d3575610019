import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroUserConfig } from 'astro';

type VitePlugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number];
type BuiltPages = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:setup']>>[0]['pages'];

/** The bundle that renders pages, which Astro makes for the time of a build. */
export interface PrerenderBundle {
  /** The address of its entry module. */
  entry: string;
  /** What Astro knows of each page, by its own keys. */
  pages: BuiltPages;
}

/** Finds out where a build writes its bundle. */
export function findPrerenderBundle(bundle: PrerenderBundle): VitePlugin {
  return {
    name: 'find-prerender-bundle',
    applyToEnvironment: ({ name }) => name === 'prerender',
    writeBundle: ({ dir = '' }, chunks) => {
      const entry = Object.keys(chunks).find((name) => name.startsWith('prerender-entry.'));
      if (entry) bundle.entry = pathToFileURL(join(dir, entry)).href;
    },
  };
}
