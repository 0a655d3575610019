import { FRAMING_POLICY } from '#lib/html/content-policy.ts';

export type Headers = Readonly<Record<string, string>>;

/** Headers of the files under a path: `/feed.xml` alone, or all that is under `/folder/*`. */
export interface HeaderRule {
  path: string;
  headers: Headers;
}

/**
 * What every server of the magazine says of its files. Static hosts know paths and their beginnings alone, and
 * join what several of their rules say of one header: no header is said twice of one file here.
 */
export interface HeaderList {
  /** Said of everything. */
  everywhere: Headers;
  /** Said of some files. */
  rules: readonly HeaderRule[];
  /** Said of a file of which no rule says it. */
  otherwise: Headers;
}

const YEAR = 31_536_000;
/** Their names hold a hash of what they hold. */
const FOREVER = { 'Cache-Control': `public, max-age=${YEAR}, immutable` };
/** Asked again each time, and sent again only when it changed. */
export const ASK_AGAIN = 'public, max-age=0, must-revalidate';
/** Pictures are shown by feed readers and by sites where articles are shared, and run nothing opened alone. */
const FOR_ALL = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Content-Security-Policy': `default-src 'none';style-src 'unsafe-inline';img-src data:;${FRAMING_POLICY}`,
};
const READABLE = { 'Access-Control-Allow-Origin': '*' };
/** What a worker may do: its page's policy does not hold in it. */
const WORKER = "default-src 'none';connect-src 'self';script-src 'self'";

/** Nothing of this is asked of readers, by the magazine or by what it shows. */
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
 * @param desk whether the browser editor is part of the build: it opens the window where a host asks who one is
 */
export function headerList({ desk }: { desk: boolean }): HeaderList {
  return {
    everywhere: {
      'Strict-Transport-Security': `max-age=${YEAR}`,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
      'Cross-Origin-Opener-Policy': desk ? 'same-origin-allow-popups' : 'same-origin',
    },
    rules: [
      { path: '/_astro/*', headers: { ...FOREVER, ...FOR_ALL } },
      { path: '/partage/*', headers: { ...FOR_ALL, ...READABLE } },
      { path: '/icones/*', headers: FOR_ALL },
      { path: '/favicon.svg', headers: FOR_ALL },
      { path: '/pagefind/*', headers: { 'Content-Security-Policy': `${WORKER} 'wasm-unsafe-eval'` } },
      ...['fragment', 'index', 'filter'].map((part) => ({ path: `/pagefind/${part}/*`, headers: FOREVER })),
      {
        path: '/service-worker.js',
        headers: { 'Cache-Control': 'no-cache', 'Content-Security-Policy': WORKER },
      },
      // A reader's own feed reader may be a page. Feeds of sections are beside the lists that they repeat.
      ...['/flux.xml', '/flux.json', '/flux-commentaires.xml', '/rubriques/*'].map((path) => ({
        path,
        headers: READABLE,
      })),
    ],
    otherwise: {
      'Cache-Control': ASK_AGAIN,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Security-Policy': FRAMING_POLICY,
    },
  };
}

/**
 * All that is said of a file.
 *
 * @param path from the root of the site, without base path; `null` for what is not there
 */
export function headersOf(list: HeaderList, path: string | null): Headers {
  const said = path === null ? [] : list.rules.filter((rule) => isUnder(rule.path, path));
  return Object.assign({}, list.otherwise, list.everywhere, ...said.map(({ headers }) => headers));
}

/** Whether a rule's path names this one. */
export function isUnder(rulePath: string, path: string): boolean {
  return rulePath.endsWith('*') ? path.startsWith(rulePath.slice(0, -1)) : path === rulePath;
}
