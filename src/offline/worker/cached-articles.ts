/** The most articles cached after reading, and for how long, in seconds. */
export const MAX_READ = 30;
export const MAX_AGE = 30 * 24 * 60 * 60;

export interface CachedArticle {
  address: string;
  title: string;
  /** When the magazine sent it, in milliseconds since 1970. */
  date: number;
}

/** The names of the runtime caches. Each magazine of a host has its own. */
export function cacheNames(base: string): { read: string; saved: string; files: string } {
  return { read: `articles-lus ${base}`, saved: `a-lire-plus-tard ${base}`, files: `fichiers ${base}` };
}

/** Whether a path is that of an article. */
export function isArticle(path: string, base: string): boolean {
  return path.startsWith(`${base}articles/`) && /^[^/]+\/$/u.test(path.slice(`${base}articles/`.length));
}

/** Whether a path is that of an immutable file, whose name holds a hash of its content. */
export function isHashedFile(path: string, base: string): boolean {
  return path.startsWith(`${base}_astro/`);
}

/** Whether a path is that of the CMS, which the worker never answers for. */
export function isCms(path: string, base: string): boolean {
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

/** Reads the title of an article from its page. */
export function titleOf(html: string): string {
  const title = /<meta property="og:title" content="([^"]*)"/u.exec(html)?.[1] ?? '';
  return title.replace(/&(#?\w+);/gu, (entity: string, name: string) => ENTITIES[name] ?? entity);
}

/** Adds a notice under the masthead of a page, so that readers know that it is a copy. */
export function addNotice(html: string, notice: string): string {
  return html.replace('</header>', `</header><p class="wrap" role="note">${notice}</p>`);
}

/** The addresses that this page holds and no other page does. */
export function exclusiveFiles(
  addresses: readonly string[],
  page: string,
  otherPages: readonly string[],
): string[] {
  return addresses.filter(
    (address) => page.includes(address) && !otherPages.some((other) => other.includes(address)),
  );
}

/** Whether a cached copy has not expired. */
export function isFresh(date: number, now: number): boolean {
  return now - date < MAX_AGE * 1000;
}
