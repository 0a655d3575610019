import pMap from 'p-map';
import type { Browser, BrowserContext } from 'playwright';
import { type AccessibilityFinding, findAccessibilityFaults } from '#cli/built-site/axe.ts';
import type { BuiltPage } from '#cli/built-site/pages.ts';
import { serveSite } from '#cli/built-site/serve.ts';
import { launchBrowser } from '#cli/browser.ts';

type Scheme = 'clair' | 'sombre';

/** The findings of a browser on a page, in one colour scheme and at one width. */
export interface Visit {
  page: BuiltPage;
  scheme: Scheme;
  accessibility: readonly AccessibilityFinding[];
  /** Requests to other sites. */
  foreignRequests: readonly string[];
  /** Violations of the content security policy. */
  violations: readonly string[];
  /** Cumulative layout shift (web.dev/articles/cls), and the elements that moved. */
  layoutShift: number;
  moved: readonly string[];
  /** The width in CSS pixels by which the page is wider than the screen; 0 when nothing scrolls sideways. */
  overflow: number;
}

/** Each colour scheme has its own screen size, so that two visits cover both schemes and both sizes. */
const SCHEMES = {
  clair: { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  sombre: { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
} as const satisfies Record<Scheme, object>;
const CONCURRENCY = 2;
/** Query strings by template: the search page shows results only for a query. */
const QUERIES: Readonly<Partial<Record<BuiltPage['template'], string>>> = { recherche: '?q=article' };

/**
 * Opens pages in Chromium as a reader would, in both colour schemes.
 *
 * @param root the folder of the built site
 * @param base the path it is published under
 */
export async function visitPages(root: string, base: string, pages: readonly BuiltPage[]): Promise<Visit[]> {
  const browser = await launchBrowser();
  const site = await serveSite(root, base);
  try {
    const visits = pages.flatMap((page) =>
      (['clair', 'sombre'] as const).map((scheme) => ({ page, scheme })),
    );
    return await pMap(visits, ({ page, scheme }) => visit(browser, site.home, page, scheme), {
      concurrency: CONCURRENCY,
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
    // Scrolling loads lazy pictures and completes the entrance animations.
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await tab.waitForLoadState('networkidle');
    const accessibility = await findAccessibilityFaults(tab);
    const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    return {
      page,
      scheme,
      accessibility,
      foreignRequests: [...foreignRequests],
      violations: [...violations],
      layoutShift: shifts.reduce((sum, { value }) => sum + value, 0),
      moved: [...new Set(shifts.flatMap(({ moved }) => moved))],
      overflow: Math.max(0, overflow),
    };
  } finally {
    await context.close();
  }
}

/** Collects the violations of the policy in every page of the context, from the start of its load. */
async function listenToPolicy(context: BrowserContext): Promise<ReadonlySet<string>> {
  const violations = new Set<string>();
  await context.exposeFunction('reportViolation', (violation: string) => violations.add(violation));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const { reportViolation } = window as unknown as { reportViolation: (violation: string) => void };
      reportViolation(`${effectiveDirective}, ${blockedURI}`);
    });
  });
  return violations;
}

interface LayoutShift {
  value: number;
  moved: string[];
}

/** Collects layout shifts, except those that follow a user input. */
async function listenToLayout(context: BrowserContext): Promise<readonly LayoutShift[]> {
  const shifts: LayoutShift[] = [];
  await context.exposeFunction('reportShift', (shift: LayoutShift) => shifts.push(shift));
  await context.addInitScript(() => {
    interface ShiftEntry extends PerformanceEntry {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null }[];
    }
    const { reportShift } = window as unknown as { reportShift: (shift: object) => void };
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as ShiftEntry[]) {
        const moved = sources.map(({ node }) =>
          node instanceof Element ? `${node.localName}.${node.className}` : String(node?.nodeName),
        );
        if (!hadRecentInput) reportShift({ value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return shifts;
}
