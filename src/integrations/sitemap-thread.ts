import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { ListedSite } from './kept-sitemap.ts';

enableCompileCache();
const { keepSitemap } = await import('./kept-sitemap.ts');

/** The inside of the thread that makes the sitemap. What it cannot make the build tries again, and says why. */
parentPort?.postMessage(await keepSitemap(workerData as ListedSite, false, () => undefined));
