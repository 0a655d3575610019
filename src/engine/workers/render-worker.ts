import { parentPort, workerData } from 'node:worker_threads';
import { type BundledApp, keepModules, renderQuickly } from './bundled-app.ts';
import { writePage } from '#engine/cache/page-files.ts';

/** What a thread is started with. */
export interface ThreadSetup {
  /** Address of the bundle that renders. */
  entry: string;
  /** What Astro knows of the styles of each page, by its own names. */
  pages: ReadonlyMap<string, { styles: unknown }>;
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

const { entry, pages } = workerData as ThreadSetup;

/** Warnings are said by the build, which renders pages of each kind itself. */
const SILENT = { write: () => true };

async function openApp(): Promise<BundledApp> {
  const { app } = (await import(entry)) as { app: BundledApp };
  keepModules(app);
  app.setInternals({ pagesByKeys: pages });
  // No integration of this magazine injects scripts (`injectScript`).
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: SILENT } } });
  return app;
}

const opened = openApp();

async function render({ component, url, file }: RenderTask): Promise<boolean> {
  const page = await renderQuickly(await opened, component, url);
  if (!page) return false;
  if (file !== null) writePage(file, page);
  return true;
}

/** The inside of a render thread: pages in the order in which they come. */
parentPort?.on('message', (task: RenderTask) => {
  const answer = (isWritten: boolean) =>
    parentPort?.postMessage({ id: task.id, isWritten } satisfies RenderAnswer);
  void render(task).then(answer, () => answer(false));
});
