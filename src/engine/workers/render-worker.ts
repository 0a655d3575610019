import { parentPort, workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';

/** The data that a worker starts with. */
export interface WorkerSetup {
  /** The URL of the bundle's entry module. */
  entry: string;
  /** The styles of each page, by Astro's keys. */
  pages: ReadonlyMap<string, { styles: unknown }>;
}

/** A page to render. */
export interface RenderTask {
  id: number;
  /** The source file of its route. */
  component: string;
  url: string;
}

export interface RenderResult {
  id: number;
  /** `null` when rendering failed: the main thread renders the page again, and reports the error. */
  page: Uint8Array<ArrayBuffer> | null;
}

/** The part of the bundle's app that is used here. */
interface BundledApp {
  manifest: { routes: readonly { routeData: RouteData }[] };
  setInternals(internals: { pagesByKeys: WorkerSetup['pages'] }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

/**
 * Loads the bundle as Astro's own prerenderer does.
 *
 * Written for Astro 7.3 (core/build/default-prerenderer.js). If the bundle changes, workers fail and the main thread
 * renders all pages. Public replacement: `experimental.parallelPrerender`, announced for Astro 7.4.
 */
async function openBundle({ entry, pages }: WorkerSetup): Promise<BundledApp> {
  const { app } = (await import(entry)) as { app: BundledApp };
  app.setInternals({ pagesByKeys: pages });
  // Workers log nothing: the main thread also renders pages of each template, and logs the same warnings. The list of
  // scripts is empty, because no integration injects scripts.
  const logger = { options: { destination: { write: () => true } } };
  app.setOptions({ settings: { scripts: [] }, logger });
  return app;
}

const bundle = openBundle(workerData as WorkerSetup);

async function render({ component, url }: RenderTask): Promise<Uint8Array<ArrayBuffer> | null> {
  const app = await bundle;
  const route = app.manifest.routes.find(({ routeData }) => routeData.component === component);
  if (!route) return null;
  const response = await app.render(new Request(url), { routeData: route.routeData });
  return response.status === 200 ? new Uint8Array(await response.arrayBuffer()) : null;
}

parentPort?.on('message', (task: RenderTask) => {
  const answer = (page: RenderResult['page']) =>
    parentPort?.postMessage({ id: task.id, page } satisfies RenderResult, page ? [page.buffer] : []);
  void render(task).then(answer, () => answer(null));
});
