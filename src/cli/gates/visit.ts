import pMap from 'p-map';
import { type Browser, type BrowserContext, chromium } from 'playwright';
import { type AccessibilityFinding, findAccessibilityFaults } from '#cli/built-site/axe.ts';
import type { BuiltPage } from '#cli/built-site/pages.ts';
import { serveSite } from '#cli/built-site/serve.ts';
import { findBrowser } from '#cli/browser.ts';
import { fr } from '#lib/typography/fr.ts';

type Scheme = 'clair' | 'sombre';

/** What a browser saw of a page, in one colour scheme and at one width. */
export interface Visit {
  page: BuiltPage;
  scheme: Scheme;
  accessibility: readonly AccessibilityFinding[];
  /** Addresses out of the site that the page asked for. */
  foreignRequests: readonly string[];
  /** What the page's content security policy refused. */
  violations: readonly string[];
  /** How far the page moved on its own, from its first paint (web.dev/articles/cls), and what moved. */
  layoutShift: number;
  moved: readonly string[];
}

/** A screen each, so that both are seen without more visits. */
const SCHEMES = {
  clair: { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  sombre: { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
} as const satisfies Record<Scheme, object>;
const AT_ONCE = 2;
/** Something is searched for there, or the page would show nothing of what it does. */
const QUERIES: Readonly<Partial<Record<BuiltPage['template'], string>>> = { recherche: '?q=article' };

/**
 * Opens pages in Chromium as a reader would, in both colour schemes.
 *
 * @param root the folder of the built site
 * @param base the path it is published under
 */
export async function visitPages(root: string, base: string, pages: readonly BuiltPage[]): Promise<Visit[]> {
  const browserFile = findBrowser();
  if (!browserFile)
    throw new Error(
      fr`Aucun navigateur Chromium : lancez « npm test », qui en installe un, ou indiquez son chemin dans CHROMIUM_PATH`,
    );
  const site = await serveSite(root, base);
  const browser = await chromium.launch({ executablePath: browserFile.path, args: ['--no-sandbox'] });
  try {
    const asked = pages.flatMap((page) => (['clair', 'sombre'] as const).map((scheme) => ({ page, scheme })));
    return await pMap(asked, ({ page, scheme }) => visit(browser, `${site.origin}${base}`, page, scheme), {
      concurrency: AT_ONCE,
    });
  } finally {
    await browser.close();
    await site.close();
  }
}

async function visit(browser: Browser, home: string, page: BuiltPage, scheme: Scheme): Promise<Visit> {
  const context = await browser.newContext({ ...SCHEMES[scheme], locale: 'fr-FR' });
  const foreignRequests = new Set<string>();
  const violations = await listenToPolicy(context);
  const shifts = await listenToLayout(context);
  try {
    const tab = await context.newPage();
    tab.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(home).origin) foreignRequests.add(request.url());
    });
    await tab.goto(`${home}${page.address.slice(1)}${QUERIES[page.template] ?? ''}`, { waitUntil: 'load' });
    // Pictures below are asked for too, and what an entrance animates is seen at its end.
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await tab.waitForLoadState('networkidle');
    const accessibility = await findAccessibilityFaults(tab);
    return {
      page,
      scheme,
      accessibility,
      foreignRequests: [...foreignRequests],
      violations: [...violations],
      layoutShift: shifts.reduce((sum, { value }) => sum + value, 0),
      moved: [...new Set(shifts.flatMap(({ moved }) => moved))],
    };
  } finally {
    await context.close();
  }
}

/** Violations as they come, from the first line of every page of the context. */
async function listenToPolicy(context: BrowserContext): Promise<ReadonlySet<string>> {
  const violations = new Set<string>();
  await context.exposeFunction('tellViolation', (violation: string) => violations.add(violation));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const { tellViolation } = globalThis as unknown as { tellViolation: (violation: string) => void };
      tellViolation(`${effectiveDirective}, ${blockedURI}`);
    });
  });
  return violations;
}

interface LayoutShift {
  value: number;
  moved: string[];
}

/** Moves of the layout as they come, but for those that a reader's own gesture made. */
async function listenToLayout(context: BrowserContext): Promise<readonly LayoutShift[]> {
  const shifts: LayoutShift[] = [];
  await context.exposeFunction('tellShift', (shift: LayoutShift) => shifts.push(shift));
  await context.addInitScript(() => {
    interface ShiftEntry extends PerformanceEntry {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null }[];
    }
    const { tellShift } = globalThis as unknown as { tellShift: (shift: object) => void };
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as ShiftEntry[]) {
        const moved = sources.map(({ node }) =>
          node instanceof Element ? `${node.localName}.${node.className}` : String(node?.nodeName),
        );
        if (!hadRecentInput) tellShift({ value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return shifts;
}
