import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroUserConfig } from 'astro';

type VitePlugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number];
type BuiltPages = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:setup']>>[0]['pages'];

/** The bundle that renders pages. It exists only during a build. */
export interface PrerenderBundle {
  /** The URL of its entry module. */
  entry: string;
  /** Astro's build data of each page, by Astro's keys. */
  pages: BuiltPages;
}

/** A plugin that stores the URL of the bundle when it is written. */
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
