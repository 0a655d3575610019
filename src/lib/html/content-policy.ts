/** What the policy of a page must allow. */
export interface PageNeeds {
  /** SHA-256 hashes of the inline scripts, in base64. */
  scripts: readonly string[];
  /** The same hashes, of the inline styles. */
  styles: readonly string[];
  /** Whether the page loads external scripts. */
  scriptFiles: boolean;
  /** Whether the page loads external style sheets. */
  styleFiles: boolean;
  /** Whether it is the search page, which runs WebAssembly in a worker. */
  searches: boolean;
  /** Origins of embedded video players. */
  players: readonly string[];
  /** Origins of other sites to which forms send comments. */
  intakes: readonly string[];
}

/** Name of the Trusted Types policy that the script registering the service worker creates. */
const SERVICE_WORKER_POLICY = 'service-worker';
/** Name of the Trusted Types policy that Pagefind needs to start its worker, on the search page only. */
const SEARCH_POLICY = 'default';

/** Sent in a header only: a meta element cannot contain frame-ancestors (CSP 3). */
export const FRAMING_POLICY = "frame-ancestors 'none'";

/** The policy of responses that are not pages. */
export const INERT_POLICY = "default-src 'none';base-uri 'none';form-action 'none'";
/** The policy of pages that contain only text and forms. */
export const PLAIN_POLICY =
  "default-src 'none';base-uri 'none';form-action 'self';require-trusted-types-for 'script'";

/**
 * The content security policy of a page: everything is refused but what the page needs. Inline scripts and styles are
 * allowed by hash, and strings cannot become scripts (Trusted Types).
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
    // Allows the service worker.
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
 * Adapts the policy of a page of the magazine that another host serves: `'self'` then also needs the magazine's origin.
 *
 * @param origin the magazine's origin
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
