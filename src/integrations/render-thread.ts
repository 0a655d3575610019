import { parentPort, workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import { learnWords } from './page-styles.ts';
import { makeStrict } from './strict-page.ts';

/** What a thread is started with. */
export interface ThreadSetup {
  /** Address of the bundle that renders. */
  entry: string;
  /** What Astro knows of the styles of each page, by its own names. */
  pages: ReadonlyMap<string, { styles: unknown }>;
  /** What stands for a style, and the style. */
  words: ReadonlyMap<string, string>;
}

/** A page to render: the file that draws it, and its address. */
export interface RenderTask {
  id: number;
  component: string;
  url: string;
}

export interface RenderAnswer {
  id: number;
  /** Finished; none where the build itself must render, and tell what is wrong. */
  page?: Uint8Array<ArrayBuffer>;
}

/** Of the bundle's entry, what Astro's own prerenderer uses of it (7.3, core/build/default-prerenderer.js). */
interface BundledApp {
  manifest: { routes: readonly { routeData: RouteData }[] };
  setInternals(internals: { pagesByKeys: ThreadSetup['pages'] }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

const { entry, pages, words } = workerData as ThreadSetup;
learnWords(words);

/** Warnings are said by the build, which renders pages of each kind itself. */
const SILENT = { write: () => true };

async function openApp(): Promise<BundledApp> {
  const { app } = (await import(entry)) as { app: BundledApp };
  app.setInternals({ pagesByKeys: pages });
  // No integration of this magazine injects scripts (`injectScript`).
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: SILENT } } });
  return app;
}

const opened = openApp();

async function render({ component, url }: RenderTask): Promise<RenderAnswer['page']> {
  const app = await opened;
  const route = app.manifest.routes.find(({ routeData }) => routeData.component === component);
  if (!route) return undefined;
  const response = await app.render(new Request(url), { routeData: route.routeData });
  if (response.status !== 200) return undefined;
  return new Uint8Array(makeStrict(new Uint8Array(await response.arrayBuffer())));
}

/** The inside of a render thread: pages in the order in which they come. */
parentPort?.on('message', (task: RenderTask) => {
  const answer = (message: RenderAnswer, transfer: ArrayBuffer[] = []) =>
    parentPort?.postMessage(message, transfer);
  void render(task).then(
    (page) => (page ? answer({ id: task.id, page }, [page.buffer]) : answer({ id: task.id })),
    () => answer({ id: task.id }),
  );
});
