/** How many read articles are cached at most, and how long they stay, in seconds. */
export const MAX_READ = 30;
export const MAX_AGE = 30 * 24 * 60 * 60;

export interface CachedArticle {
  address: string;
  title: string;
  /** When the server sent it, in milliseconds since 1970. */
  date: number;
}

/** The names of the runtime caches. They contain the base path, because a host may serve several magazines. */
export function cacheNames(base: string): { read: string; saved: string; files: string } {
  return { read: `articles-lus ${base}`, saved: `a-lire-plus-tard ${base}`, files: `fichiers ${base}` };
}

/** Whether a path is that of an article, directly below one of these folders. */
export function isArticle(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(folder) && /^[^/]+\/$/u.test(path.slice(folder.length)));
}

/** Whether a path is that of an immutable file, which has a hash of its content in its name. */
export function isHashedFile(path: string, base: string): boolean {
  return path.startsWith(`${base}_astro/`);
}

/** Whether a path is that of the CMS, whose requests the worker never handles. */
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

/** Reads the title of an article from its HTML. */
export function titleOf(html: string): string {
  const title = /<meta property="og:title" content="([^"]*)"/u.exec(html)?.[1] ?? '';
  return title.replace(/&(#?\w+);/gu, (entity: string, name: string) => ENTITIES[name] ?? entity);
}

/** Adds a notice below the masthead, so that readers know that the page is a cached copy. */
export function addNotice(html: string, notice: string): string {
  return html.replace('</header>', `</header><p class="wrap" role="note">${notice}</p>`);
}

/** The addresses that this page contains, but none of the other pages. */
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
