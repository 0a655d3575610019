import { isArticle, isFresh, isLasting, type KeptArticle, ownFiles, titleOf } from './reading-list-cache.ts';
import { dateOf } from './article-answers.ts';
import { erase, names } from './caches.ts';
import { settings } from './settings.ts';

/** What a page may ask of the worker; it answers to that page alone. */
export type Wish =
  | { wish: 'state'; address: string }
  | { wish: 'toggle'; address: string; pictures: string[] }
  | { wish: 'remove'; address: string }
  | { wish: 'erase' }
  | { wish: 'list' };

export type Answer =
  | { state: boolean; said: 'saved' | 'removed' | 'full' | 'unreachable' | null }
  | { saved: KeptArticle[]; read: KeptArticle[] };

/** Does what a page asks, and says what came of it. */
export async function fulfil(wish: Wish): Promise<Answer> {
  if (wish.wish === 'erase') await erase('read', 'saved', 'files');
  if (wish.wish === 'erase' || wish.wish === 'list') return listKept();
  if (!isArticle(wish.address, settings.base)) throw new Error(wish.address);
  if (wish.wish === 'remove') {
    await remove(wish.address);
    await caches.open(names.read).then((read) => read.delete(wish.address));
    return listKept();
  }
  const kept = await (await caches.open(names.saved)).match(wish.address);
  if (wish.wish === 'state') return { state: Boolean(kept), said: null };
  if (kept) {
    await remove(wish.address);
    return { state: false, said: 'removed' };
  }
  return save(
    wish.address,
    wish.pictures.filter((path) => isLasting(path, settings.base)),
  );
}

async function save(address: string, pictures: readonly string[]): Promise<Answer> {
  const page = await fetch(address, { cache: 'no-cache' }).catch(() => copyRead(address));
  if (page?.status !== 200) return { state: false, said: 'unreachable' };
  const files = await Promise.all(
    pictures.map(
      async (path) =>
        [path, (await caches.match(path)) ?? (await fetch(path).catch(() => undefined))] as const,
    ),
  );
  const store = async () => {
    const saved = await caches.open(names.saved);
    await saved.put(address, page.clone());
    for (const [path, file] of files) if (file?.status === 200) await saved.put(path, file.clone());
  };
  try {
    // What the reader asked to keep comes before what was kept unasked.
    await store().catch(() => erase('files').then(store));
    return { state: true, said: 'saved' };
  } catch {
    await remove(address);
    return { state: false, said: 'full' };
  }
}

async function copyRead(address: string): Promise<Response | undefined> {
  return (await caches.open(names.read)).match(address);
}

async function remove(address: string): Promise<void> {
  const saved = await caches.open(names.saved);
  const paths = (await saved.keys()).map(({ url }) => new URL(url).pathname);
  const articles = paths.filter((path) => isArticle(path, settings.base));
  const textOf = async (path: string) => (await saved.match(path))?.text() ?? '';
  const others = await Promise.all(articles.filter((path) => path !== address).map(textOf));
  const files = ownFiles(
    paths.filter((path) => !articles.includes(path)),
    (await textOf(address)) ?? '',
    others.map((html) => html ?? ''),
  );
  await Promise.all([address, ...files].map((path) => saved.delete(path)));
}

async function listKept(): Promise<Answer> {
  const [saved, read] = await Promise.all([articlesOf(names.saved), articlesOf(names.read)]);
  const listed = new Set(saved.map(({ address }) => address));
  const now = Date.now();
  return { saved, read: read.filter(({ address, date }) => !listed.has(address) && isFresh(date, now)) };
}

/** The articles of a cache, the last one first. */
async function articlesOf(name: string): Promise<KeptArticle[]> {
  const cache = await caches.open(name);
  const found = await Promise.all(
    (await cache.keys()).map(async (request) => {
      const address = new URL(request.url).pathname;
      const copy = isArticle(address, settings.base) ? await cache.match(request) : undefined;
      return copy ? { address, title: titleOf(await copy.text()), date: dateOf(copy) } : null;
    }),
  );
  return found.filter((article) => article !== null).sort((one, other) => other.date - one.date);
}
