import { FRAMING_POLICY } from '#lib/html/content-policy.ts';
import { type Route, ROUTES } from '#routes.ts';

/** Response headers, by name. */
export type HeaderMap = Readonly<Record<string, string>>;

/** Headers of one file, `/feed.xml`, or of all files below a folder, `/folder/*`. */
export interface HeaderRule {
  path: string;
  headers: HeaderMap;
}

/**
 * The response headers of all files, for every server. Static hosts match only whole paths and prefixes, and join the
 * values of several matching rules, so no two rules here set the same header of one file.
 */
export interface HeaderList {
  /** Headers of all files. */
  everywhere: HeaderMap;
  /** Headers of some files. */
  rules: readonly HeaderRule[];
  /** Headers of all files, except where a rule sets the same header. */
  defaults: HeaderMap;
}

const YEAR = 31_536_000;
/** For files with a digest of their content in their name. */
const IMMUTABLE = { 'Cache-Control': `public, max-age=${YEAR}, immutable` };
/** The browser revalidates at each request, and downloads a file again only when it has changed. */
const REVALIDATE = 'public, max-age=0, must-revalidate';
/**
 * For pictures, which feed readers and social networks display. The policy stops an SVG opened by itself from running
 * scripts.
 */
const EMBEDDABLE = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Content-Security-Policy': `default-src 'none';style-src 'unsafe-inline';img-src data:;${FRAMING_POLICY}`,
};
/** For feeds and social cards, which scripts of other sites may read. */
const READABLE = { 'Access-Control-Allow-Origin': '*' };
/** The policy of a worker, which does not inherit its page's. */
const WORKER_POLICY = "default-src 'none';connect-src 'self';script-src 'self'";

/** Browser features that neither the magazine nor its embedded players use. */
const UNUSED_FEATURES = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/**
 * Returns the response headers of a build.
 *
 * @param cms whether the build includes the browser editor, which opens the sign-in window of its Git host
 */
export function headerList({ cms }: { cms: boolean }): HeaderList {
  return {
    everywhere: {
      'Strict-Transport-Security': `max-age=${YEAR}`,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
      'Cross-Origin-Opener-Policy': cms ? 'same-origin-allow-popups' : 'same-origin',
    },
    rules: [
      { path: under(ROUTES.assets), headers: { ...IMMUTABLE, ...EMBEDDABLE } },
      { path: under(ROUTES.socialCard), headers: { ...EMBEDDABLE, ...READABLE } },
      { path: under(ROUTES.icon), headers: EMBEDDABLE },
      { path: ROUTES.drawnIcon.pattern, headers: EMBEDDABLE },
      {
        path: under(ROUTES.searchIndex),
        headers: { 'Content-Security-Policy': `${WORKER_POLICY} 'wasm-unsafe-eval'` },
      },
      ...['fragment', 'index', 'filter'].map((part) => ({
        path: `${ROUTES.searchIndex.pattern}${part}/*`,
        headers: IMMUTABLE,
      })),
      {
        path: ROUTES.serviceWorker.pattern,
        headers: { 'Cache-Control': 'no-cache', 'Content-Security-Policy': WORKER_POLICY },
      },
      // Feed readers may be web pages, which need this permission. The feeds of sections are in the folders of their
      // lists.
      ...['/flux.xml', '/flux.json', ROUTES.commentFeed.pattern, under(ROUTES.category)].map((path) => ({
        path,
        headers: READABLE,
      })),
    ],
    defaults: {
      'Cache-Control': REVALIDATE,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Security-Policy': FRAMING_POLICY,
    },
  };
}

/** Matches all addresses under the fixed part of a route. */
function under({ pattern }: Route): string {
  return `${pattern.split('[', 1)[0] ?? ''}*`;
}

/**
 * The response headers of a file.
 *
 * @param path from the root of the site, without the base path; `null` for a missing file
 */
export function headersOf(list: HeaderList, path: string | null): HeaderMap {
  const rules = path === null ? [] : list.rules.filter((rule) => matchesRule(rule.path, path));
  return Object.assign(
    {},
    list.defaults,
    list.everywhere,
    ...rules.map(({ headers }) => headers),
  ) as HeaderMap;
}

/** Whether a rule applies to this path. */
export function matchesRule(rulePath: string, path: string): boolean {
  return rulePath.endsWith('*') ? path.startsWith(rulePath.slice(0, -1)) : path === rulePath;
}
