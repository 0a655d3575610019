import { statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';

/** In milliseconds: longer than the watcher takes to report a file. */
const REPORTED = 1000;

/** Makes the development server show content that is saved while a page loads: see `renewStaleModules`. */
export function staleModules(): AstroIntegration {
  let written = '';
  return {
    name: 'stale-modules',
    hooks: {
      'astro:config:done': ({ config }) => {
        written = join(fileURLToPath(config.root), '.astro') + sep;
      },
      'astro:server:setup': ({ server }) => renewStaleModules(server, written),
    },
  };
}

/**
 * Drops all modules when Astro has written content while a page was loading, and reloads the page in the browser. Astro
 * itself invalidates the modules that read content, but the page that is still loading makes them valid again with the
 * old content, so that a new article has no page until the next save. Modules are dropped when no request uses them.
 *
 * @param written the folder in which Astro writes the content, with a separator at its end
 */
function renewStaleModules(server: ViteDevServer, written: string): void {
  /** The requests that are under way or ended recently, with their times. */
  const recent = new Set<{ began: number; ended: number }>();
  const isUnderWay = (time: number) => [...recent].some(({ began, ended }) => began <= time && time < ended);
  let isStale = false;
  const renew = () => {
    if (!isStale || isUnderWay(Date.now())) return;
    isStale = false;
    for (const environment of Object.values(server.environments)) {
      if (!isRunnableDevEnvironment(environment)) continue;
      environment.moduleGraph.invalidateAll();
      environment.runner.clearCache();
    }
    server.ws.send({ type: 'full-reload' });
  };
  server.middlewares.use((_request, response, next) => {
    const request = { began: Date.now(), ended: Infinity };
    recent.add(request);
    response.once('close', () => {
      request.ended = Date.now();
      setTimeout(() => recent.delete(request), REPORTED).unref();
      renew();
    });
    next();
  });
  server.watcher.on('all', (_event, path) => {
    if (!path.startsWith(written)) return;
    const file = statSync(path, { throwIfNoEntry: false });
    // Astro renames the file it has written, which changes its `ctime`.
    if (file) isStale ||= isUnderWay(file.ctimeMs);
    renew();
  });
}
