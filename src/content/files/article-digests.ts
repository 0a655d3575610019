const DIGESTS = Symbol.for('innovations: digests of the articles as their files are');

/** Modules of this room are loaded more than once in a build, by Node and in the bundle: both find them here. */
const everywhere = globalThis as { [DIGESTS]?: Map<string, string> };
const digests = (everywhere[DIGESTS] ??= new Map<string, string>());

/**
 * Notes what names an article's file and the pictures of its text. Not in Astro's data store: it would be written
 * again, whole, for one word of a text that it does not hold.
 */
export function noteDigest(slug: string, digest: string): void {
  digests.set(slug, digest);
}

/**
 * The digest of an article's file and of the pictures in its text, as the loader noted it.
 *
 * @throws Error where the loader has not run, as in a thread that only renders pages
 */
export function digestOfArticle(slug: string): string {
  const digest = digests.get(slug);
  if (digest === undefined) throw new Error(`${slug}: no digest`);
  return digest;
}
