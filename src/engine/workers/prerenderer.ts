import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import { createDebug } from 'obug';
import type { PrerenderBundle } from './prerender-bundle.ts';
import { openWorkers, type WorkerPool } from './worker-pool.ts';

const debug = createDebug('innovations:pages');

/**
 * From this many pages on, workers save more time than they cost: each takes a second to start, and loads a copy of the
 * content.
 */
const WORTH_WORKERS = 1000;
/** With more workers, some would wait for the main thread, which writes the pages. */
const MAX_WORKERS = 3;

const NO_METADATA = { contentEntryKeys: [], staticImages: [] };

interface Prerendering {
  bundle: PrerenderBundle;
  /** Matches the source files of the pages that workers may render. */
  templates: RegExp;
  /** The memory limit of each worker, in megabytes. */
  megabytes: number;
  /** Whether the build renders all pages. */
  isWhole: boolean;
  /** Called at the end with the URLs of all pages, rendered or skipped. */
  onPages: (pages: URL[]) => void;
  logger: AstroIntegrationLogger;
}

/**
 * Wraps Astro's prerenderer, which renders on one thread, to render pages on several. The metadata of pages from
 * workers is empty: Astro tracks no content entry and no image for them, and their cache key depends on all that they
 * show.
 */
export function prerenderOnWorkers(own: AstroPrerenderer, build: Prerendering): AstroPrerenderer {
  const asked = process.env['RENDER_THREADS'];
  const count = workerCount(asked);
  const enough = asked === undefined ? WORTH_WORKERS : 1;
  let pool: WorkerPool | null = null;
  let paths: Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>> = [];
  const rendered = { all: 0, onWorkers: 0, givenBack: 0 };

  const openPool = () => {
    if (count === 0 || (build.isWhole ? paths.length : rendered.all) < enough) return;
    const pages = new Map([...build.bundle.pages].map(([key, { styles }]) => [key, { styles }]));
    pool ??= openWorkers(count, build.megabytes, { entry: build.bundle.entry, pages });
  };

  // The main thread renders one page at a time. Between two pages, it receives results of workers and sends them tasks.
  let isBusy = false;
  const waiting: (() => void)[] = [];
  const renderHere: AstroPrerenderer['render'] = async (request, options) => {
    isBusy = true;
    try {
      if (pool) await setImmediate();
      return await own.render(request, options);
    } finally {
      isBusy = false;
    }
  };
  const renderOnWorker = async (component: string, url: string) => {
    if (!pool?.hasRoom()) return null;
    const page = await pool.render({ component, url });
    rendered[page ? 'onWorkers' : 'givenBack'] += 1;
    return page && { response: new Response(page), metadata: NO_METADATA };
  };

  return {
    ...own,
    async getStaticPaths() {
      paths = await own.getStaticPaths();
      return paths;
    },
    async render(request, options) {
      const { component } = options.routeData;
      rendered.all += 1;
      debug('%s: its key, code or styles changed, or nothing of it was cached', request.url);
      if (!build.templates.test(component)) return own.render(request, options);
      openPool();
      while (isBusy && !pool?.hasRoom()) await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return (await renderOnWorker(component, request.url)) ?? (await renderHere(request, options));
      } finally {
        waiting.shift()?.();
      }
    },
    async teardown() {
      await pool?.close();
      const { onWorkers, givenBack } = rendered;
      if (pool) build.logger.info(`${onWorkers} pages rendered on ${count} workers, ${givenBack} given back`);
      build.onPages([...new Set(paths.map(({ route }) => route))].flatMap(writtenFiles));
      await own.teardown?.();
    },
  };
}

/** A route without pages has no `distURL`, although Astro's type requires it. */
const writtenFiles = ({ distURL }: { distURL?: URL[] }) => distURL ?? [];

/** The number of workers. RENDER_THREADS overrides it, for example on machines with little memory; 0 means none. */
function workerCount(asked: string | undefined): number {
  if (asked === undefined) return Math.min(availableParallelism() - 1, MAX_WORKERS);
  if (/^\d+$/u.test(asked)) return Number(asked);
  throw new Error(`RENDER_THREADS is “${asked}”: give it a number, 0 for the build’s own thread alone`);
}
