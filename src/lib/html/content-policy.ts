/** What a page holds that its policy must let through. */
export interface PageNeeds {
  /** Hashes of the scripts and styles written in the page, as base64 of SHA-256. */
  scripts: readonly string[];
  styles: readonly string[];
  /** Whether it names files of scripts or of styles. */
  scriptFiles: boolean;
  styleFiles: boolean;
  /** Whether it is the page where articles are searched, by WebAssembly in a worker. */
  searches: boolean;
  /** Origins of the video players that it shows after a click. */
  players: readonly string[];
  /** Origins, other than its own, that it sends comments to. */
  intakes: readonly string[];
}

/** The one policy by which a script may name a file to run: that of the service worker's registration. */
export const SERVICE_WORKER_POLICY = 'service-worker';
/** On the page of the search alone: lets Pagefind, and nothing else, start its worker. */
export const SEARCH_POLICY = 'default';

/** What a meta element cannot say (CSP 3, « frame-ancestors »), and a header must. */
export const FRAMING_POLICY = "frame-ancestors 'none'";

/** Nothing at all: what answers that are not pages are given. */
export const INERT_POLICY = "default-src 'none';base-uri 'none';form-action 'none'";
/** Text and forms. */
export const PLAIN_POLICY =
  "default-src 'none';base-uri 'none';form-action 'self';require-trusted-types-for 'script'";

/**
 * The content security policy of a page: nothing, then one by one what it holds. Scripts and styles in
 * the page are known by their hash; no string becomes a script (Trusted Types).
 */
export function pagePolicy(needs: PageNeeds): string {
  const { players, intakes, searches } = needs;
  const runs = needs.scripts.length > 0 || needs.scriptFiles;
  const scripts = [
    ...self(needs.scriptFiles || searches),
    ...needs.scripts.map(quoteHash),
    ...(searches ? ["'wasm-unsafe-eval'"] : []),
  ];
  const styles = [...self(needs.styleFiles), ...needs.styles.map(quoteHash)];
  return [
    ["default-src 'none'"],
    scripts.length > 0 && ['script-src', ...scripts],
    styles.length > 0 && ['style-src', ...styles],
    ["img-src 'self' data:"],
    ["font-src 'self'"],
    ["manifest-src 'self'"],
    runs && ["connect-src 'self'", ...intakes],
    // Reading without a network (integrations/service-worker.ts).
    runs && ["worker-src 'self'"],
    players.length > 0 && ['frame-src', ...players],
    ["form-action 'self'", ...intakes],
    ["base-uri 'none'"],
    ["require-trusted-types-for 'script'"],
    ['trusted-types', runs ? SERVICE_WORKER_POLICY : "'none'", ...(searches ? [SEARCH_POLICY] : [])],
  ]
    .filter((directive) => directive !== false)
    .map((directive) => directive.join(' '))
    .join(';');
}

/**
 * The same policy for a page that another host answers: what it names of the magazine stays allowed.
 *
 * @param origin of the magazine
 */
export function policyElsewhere(policy: string, origin: string): string {
  return policy.replaceAll("'self'", `'self' ${origin}`);
}

function self(needed: boolean): string[] {
  return needed ? ["'self'"] : [];
}

function quoteHash(hash: string): string {
  return `'sha256-${hash}'`;
}
