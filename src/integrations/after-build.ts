import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import { createAddresses } from '#lib/urls.ts';

export interface FinishedBuild {
  config: AstroConfig;
  /** The root folder of the project. */
  root: string;
  /** The folder of the built site. */
  folder: string;
  /** The base path, with its last slash. */
  base: string;
  logger: AstroIntegrationLogger;
}

/** Creates an integration that completes the site after its pages are written. */
export function afterBuild(name: string, run: (build: FinishedBuild) => Promise<void>): AstroIntegration {
  let config: AstroConfig;
  return {
    name,
    hooks: {
      'astro:config:done': (done) => void (config = done.config),
      'astro:build:done': ({ dir, logger }) => {
        const [root, folder] = [fileURLToPath(config.root), fileURLToPath(dir)];
        return run({ config, root, folder, base: createAddresses(config.base).home, logger });
      },
    },
  };
}
