import type { AstroIntegration } from 'astro';
import { compressFolder } from '#storage/compressed-copies.ts';
import { pruneCache } from '#storage/content-cache.ts';
import { afterBuild } from './after-build.ts';

/** Writes brotli and gzip copies of text files for servers to send. The copies are cached by content. */
export function compressedFiles(): AstroIntegration {
  return afterBuild('compressed-files', async ({ root, folder, logger }) => {
    const count = await compressFolder(root, folder);
    await pruneCache(root, 'compressed', new Set());
    logger.info(`${count} texts`);
  });
}
