/** What the service worker keeps on a reader's device, and what it may answer of it. Pure: no cache is touched here. */

/** Most articles that were read and are kept, and for how long. */
export const MOST_READ = 30;
export const LONGEST_READ = 30 * 24 * 60 * 60;

/** A kept article, as the list of those shows it. */
export interface KeptArticle {
  address: string;
  title: string;
  /** When the magazine sent it, in milliseconds. */
  date: number;
}

/** The device's copies, by what they are for; another magazine under the same host has its own. */
export function cacheNames(base: string): { read: string; saved: string; files: string } {
  return { read: `articles-lus ${base}`, saved: `a-lire-plus-tard ${base}`, files: `fichiers ${base}` };
}

/** Whether a path is that of an article. */
export function isArticle(path: string, base: string): boolean {
  return path.startsWith(`${base}articles/`) && /^[^/]+\/$/u.test(path.slice(`${base}articles/`.length));
}

/** Whether a path is that of a file whose name holds a hash of its content. */
export function isLasting(path: string, base: string): boolean {
  return path.startsWith(`${base}_astro/`);
}

/** Whether the worker leaves a path to the network, whatever happens: the editors' desk. */
export function isLeftAlone(path: string, base: string): boolean {
  return path.startsWith(`${base}redaction/`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  '#38': '&',
  '#39': "'",
};

/** The title of an article, from its page. */
export function titleOf(html: string): string {
  const title = /<meta property="og:title" content="([^"]*)"/u.exec(html)?.[1] ?? '';
  return title.replace(/&(#?\w+);/gu, (entity: string, name: string) => ENTITIES[name] ?? entity);
}

/** The page with a notice under its masthead: a reader knows that this is a copy. */
export function markCopy(html: string, notice: string): string {
  return html.replace('</header>', `</header><p class="wrap" role="note">${notice}</p>`);
}

/** Those of these addresses that only one article shows: what goes with it when it is removed. */
export function ownFiles(addresses: readonly string[], page: string, others: readonly string[]): string[] {
  return addresses.filter(
    (address) => page.includes(address) && !others.some((other) => other.includes(address)),
  );
}

/** Whether a copy of an article that was read is still one to show. */
export function isFresh(date: number, now: number): boolean {
  return now - date < LONGEST_READ * 1000;
}
