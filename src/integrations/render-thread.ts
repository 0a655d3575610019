import { parentPort, workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import { learnWords } from './page-styles.ts';
import { writePage } from './page-files.ts';
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

/** A page to render: the file that draws it, its address, and where it is written, if anywhere. */
export interface RenderTask {
  id: number;
  component: string;
  url: string;
  file: string | null;
}

export interface RenderAnswer {
  id: number;
  /** Not so where the build itself must render, and tell what is wrong. */
  isWritten: boolean;
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

async function render({ component, url, file }: RenderTask): Promise<boolean> {
  const app = await opened;
  const route = app.manifest.routes.find(({ routeData }) => routeData.component === component);
  if (!route) return false;
  const response = await app.render(new Request(url), { routeData: route.routeData });
  if (response.status !== 200) return false;
  const page = makeStrict(new Uint8Array(await response.arrayBuffer()));
  if (file !== null) writePage(file, page);
  return true;
}

/** The inside of a render thread: pages in the order in which they come. */
parentPort?.on('message', (task: RenderTask) => {
  const answer = (isWritten: boolean) =>
    parentPort?.postMessage({ id: task.id, isWritten } satisfies RenderAnswer);
  void render(task).then(answer, () => answer(false));
});
