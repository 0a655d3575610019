import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroUserConfig } from 'astro';

type VitePlugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number];
type BuiltPages = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:setup']>>[0]['pages'];

/** The bundle that renders pages; it exists only during a build. */
export interface PrerenderBundle {
  /** The URL of its entry module. */
  entry: string;
  /** Astro's build data of each page, by Astro's own keys. */
  pages: BuiltPages;
}

/** Finds where a build writes its bundle. */
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
