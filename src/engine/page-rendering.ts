import { globSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import { type ArticleRecord, recordsOfBuild } from '#content/files/article-records.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { type BundledApp, keepModules, renderQuickly } from '#engine/workers/bundled-app.ts';
import { isWhole, noteRendered } from '#engine/cache/incremental-output.ts';
import {
  outputPath,
  type PageFiles,
  pageFiles,
  type PathToRender,
  writePage,
} from '#engine/cache/page-files.ts';
import { openRenderThreads, type RenderThreads } from '#engine/workers/render-workers.ts';
import { waitingLine } from '#engine/workers/queue.ts';

/** Pages to render from which threads give more than they cost, a second and their copy of what the magazine holds. */
const WORTH_THREADS = 2000;
/** Writing, on one thread, cannot follow more. `RENDER_THREADS` sets another number, where memory is short. */
const MOST_THREADS = 3;
/** Drawn by files that ask Astro for no text of its own: what it notes of such texts stays in one thread. */
const MANY = /^src\/pages\/(?:articles|rubriques|etiquettes|archives|auteurs)\/\[/u;

const ARTICLES = 'src/pages/articles/[slug].astro';

/** Of pages that show no text of Astro's own. */
const NOTHING_NOTED = { contentEntryKeys: [], staticImages: [] };
/** The answer to Astro, of a page that is written: it writes none without a body. */
const WRITTEN: PrerenderResult = { response: new Response(null), metadata: NOTHING_NOTED };

/**
 * Renders pages on several threads, Astro's own knowing one (`parallelPrerender` is announced for 7.4), and finishes
 * each before it is written and kept: what is published is lighter, and says what it lets run. The development server
 * gives pages as they are, for its tools to find their way.
 */
export function pageRendering(): AstroIntegration {
  let config: AstroConfig;
  let pages: BuiltPages = new Map();
  let files: PageFiles | null = null;
  return {
    name: 'page-rendering',
    hooks: {
      'astro:config:done': (done) => {
        ({ config } = done);
      },
      'astro:build:setup': (setup) => {
        if (setup.target === 'server') ({ pages } = setup);
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        setPrerenderer((own) =>
          rendering(own, {
            config,
            logger,
            pages: () => pages,
            plan: (paths) => (files = pageFiles(config, paths)),
          }),
        );
      },
      'astro:build:generated': () => {
        files?.addToNotes();
      },
    },
  };
}

type BuiltPages = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:setup']>>[0]['pages'];

type PrerenderResult = Exclude<Awaited<ReturnType<AstroPrerenderer['render']>>, Response>;

interface Build {
  config: AstroConfig;
  logger: AstroIntegrationLogger;
  pages: () => BuiltPages;
  plan: (paths: readonly PathToRender[]) => PageFiles;
}

function rendering(own: AstroPrerenderer, build: Build): AstroPrerenderer {
  const { config, logger, pages, plan } = build;
  const root = fileURLToPath(config.root);
  const asked = process.env['RENDER_THREADS'];
  const count = threadCount(asked);
  const enough = asked === undefined ? WORTH_THREADS : 1;
  let threads: RenderThreads | null = null;
  let files: PageFiles = plan([]);
  /** What a build that has nothing kept will render; of another, only what it has rendered tells. */
  let foreseen = 0;
  let paths: PathToRender[] = [];
  let rendered = 0;
  let elsewhere = 0;
  /** By threads that cannot render them: a build does not fail for it, but takes longer. */
  let givenBack = 0;

  const open = () => {
    const styles = [...pages()].map(([key, page]) => [key, { styles: page.styles }] as const);
    return openRenderThreads(count, megabytesOf(root), {
      entry: entryOf(config),
      pages: new Map(styles),
    });
  };
  /** While this one finds out what there is to render, each reads what the magazine holds, for a page that it draws again. */
  const openForAll = (articles: readonly ArticleRecord[]) => {
    if (count === 0 || articles.length < enough) return;
    threads = open();
    const base = config.base.replace(/\/$/u, '');
    const url = new URL(`${base}/articles/${articles[0]?.slug ?? ''}/`, config.site).href;
    for (let thread = 0; thread < count; thread += 1)
      void threads.render({ component: ARTICLES, url, file: null });
  };
  let importing: ReadonlySet<string> = new Set();
  const openThreads = () => {
    rendered += 1;
    if (count > 0 && Math.max(foreseen, rendered) >= enough) threads ??= open();
  };
  /** As a thread does it; Astro's own way finds out what it has to note of a page. */
  const renderQuicklyHere = async (component: string, url: string, file: string) => {
    const app = appOf(own);
    const page = app && (await renderQuickly(app, component, url));
    if (page) writePage(file, page);
    return Boolean(page);
  };
  // Of many pages, one at a time is rendered here: meanwhile threads wait for what they are to do next.
  const next = waitingLine();
  let isRendering = false;

  return {
    ...own,
    async setup() {
      await own.setup?.();
      const app = appOf(own);
      if (app) keepModules(app);
      const articles = recordsOfBuild(root);
      importing = importingPages(articles);
      if (isWhole()) openForAll(articles);
      paths = await own.getStaticPaths();
      files = plan(paths.filter(({ route }) => MANY.test(route.component)));
      if (isWhole()) foreseen = paths.length;
    },
    getStaticPaths: () => Promise.resolve(paths),
    async render(request, options) {
      const { component } = options.routeData;
      const { url } = request;
      const path = outputPath(url, config.base);
      noteRendered(path);
      const file = MANY.test(component) && !importing.has(path) ? files.of(path) : null;
      if (file === null) return own.render(request, options);
      openThreads();
      await next.until(() => !isRendering || threads?.hasRoom() === true);
      try {
        const given = threads?.hasRoom() ? threads.render({ component, url, file }) : null;
        if (await given) elsewhere += 1;
        else {
          if (given) givenBack += 1;
          isRendering = true;
          // Nothing that is done here waits for a file: what threads answer would not be heard.
          if (threads) await setImmediate();
          const isWritten = await renderQuicklyHere(component, url, file).finally(
            () => (isRendering = false),
          );
          if (!isWritten) return await own.render(request, options);
        }
        files.note(file);
        return WRITTEN;
      } finally {
        next.call();
      }
    },
    async teardown() {
      await threads?.close();
      if (threads)
        logger.info(`${elsewhere} pages rendered on ${count} more threads, ${givenBack} given back`);
      await own.teardown?.();
    },
  };
}

/** What Astro's own prerenderer renders with, once it is set up (7.3). */
function appOf(own: AstroPrerenderer): BundledApp | undefined {
  return (own as { app?: BundledApp }).app;
}

/** Of articles with components of their own, which are modules: Astro notes what their pages are made of. */
function importingPages(articles: readonly ArticleRecord[]): ReadonlySet<string> {
  return new Set(articles.flatMap(({ slug, imports }) => (imports ? `articles/${slug}/index.html` : [])));
}

function threadCount(asked: string | undefined): number {
  if (asked === undefined) return Math.min(availableParallelism() - 1, MOST_THREADS);
  if (/^\d+$/u.test(asked)) return Number(asked);
  throw new Error(`RENDER_THREADS is “${asked}”: give it a number, 0 for the build’s own thread alone`);
}

/** The bundle that renders, which Astro makes for the time of a build: in its own folder, for an output elsewhere. */
function entryOf({ outDir }: AstroConfig): string {
  const output = fileURLToPath(outDir);
  const within = output.startsWith(process.cwd()) ? output : join(process.cwd(), '.astro');
  const folder = join(within, '.prerender');
  const [name] = globSync('prerender-entry.*.mjs', { cwd: folder });
  if (!name) throw new Error(`No entry of the bundle in ${folder}: Astro calls it otherwise`);
  return pathToFileURL(join(folder, name)).href;
}

/**
 * A thread reads the whole data store, which takes some times its size in memory, and needs as much again: the less
 * room it has, the more often V8 looks through all of it for what may go.
 */
function megabytesOf(root: string): number {
  const store = statSync(join(cacheFolder(root), 'data-store.json'), { throwIfNoEntry: false });
  return 150 + Math.ceil(((store?.size ?? 0) * 13) / 1e6);
}
