import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { openSearchIndex, PREVIOUS_INDEX, SEARCH_FOLDER } from '#search/index/search-index.ts';
import { afterBuild } from './after-build.ts';

/**
 * Writes the search index of the published articles to `pagefind/`, and the database of the search service beside it.
 * When `npm run build` passes a previous index, that one is copied instead, so that the pages are published without
 * waiting, and `npm run build` makes the new index later.
 */
export function searchIndex(): AstroIntegration {
  return afterBuild('search-index', async ({ root, folder: site, logger }) => {
    const folder = join(site, SEARCH_FOLDER);
    const index = await openSearchIndex(root);
    const previous = process.env[PREVIOUS_INDEX];
    if (previous && !index.isCached && index.mayFollow(previous)) {
      await rm(folder, { recursive: true, force: true });
      await cp(previous, folder, { recursive: true });
      logger.info('the previous index answers until the new one is made');
      return;
    }
    const started = performance.now();
    try {
      await index.writeTo(folder);
      index.writeDatabase(site);
      logger.info(`made in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    } catch (error) {
      if (previous === undefined) throw error;
      // `npm run build` tries again after it has published the pages, and then reports the error.
      logger.warn('the index could not be made');
    }
  });
}
