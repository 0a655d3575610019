import type { AstroIntegration } from 'astro';
import { compressFolder } from '#storage/compressed-copies.ts';
import { pruneCache } from '#storage/content-cache.ts';
import { afterBuild } from './after-build.ts';

/** Writes the brotli and gzip copies of each text, which servers send. They are cached by content. */
export function compressedFiles(): AstroIntegration {
  return afterBuild('compressed-files', async ({ root, folder, logger }) => {
    const count = await compressFolder(root, folder);
    await pruneCache(root, 'compressed', new Set());
    logger.info(`${count} texts`);
  });
}
