import type { RouteData } from 'astro';

/** Of the bundle’s entry, what Astro's own prerenderer uses of it (7.3, core/build/default-prerenderer.js). */
export interface BundledApp {
  manifest: {
    routes: readonly { routeData: RouteData }[];
    /** By the file that draws a page, what loads its module. */
    pageMap?: Map<string, () => Promise<unknown>>;
  };
  setInternals(internals: { pagesByKeys: ReadonlyMap<string, { styles: unknown }> }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

/**
 * Renders a page of which Astro need note nothing: it asks neither for the texts that Astro keeps nor for its pictures.
 *
 * @param component the file that draws it
 * @returns `null` where Astro itself must render it, and tell what is wrong
 */
export async function renderQuickly(app: BundledApp, component: string, url: string): Promise<string | null> {
  const route = app.manifest.routes.find(({ routeData }) => routeData.component === component);
  if (!route) return null;
  const response = await app.render(new Request(url), { routeData: route.routeData });
  return response.status === 200 ? response.text() : null;
}

/** Has each module of the bundle asked for once: Node takes longer to find one again than to draw a card. */
export function keepModules({ manifest: { pageMap } }: BundledApp): void {
  for (const [component, load] of pageMap ?? []) {
    let loaded: Promise<unknown> | null = null;
    pageMap?.set(component, () => (loaded ??= load()));
  }
}
