import {
  type CachedArticle,
  exclusiveFiles,
  isArticle,
  isFresh,
  isHashedFile,
  titleOf,
} from './cached-articles.ts';
import { dateOf, deleteCaches, names } from './runtime-caches.ts';
import { settings } from './settings.ts';

/** A message from a page to the worker. Only that page receives the answer. */
export type ReadingListRequest =
  | { action: 'state'; address: string }
  | { action: 'toggle'; address: string; pictures: string[] }
  | { action: 'remove'; address: string }
  | { action: 'erase' }
  | { action: 'list' };

export type ReadingListAnswer =
  | { isSaved: boolean; outcome: 'saved' | 'removed' | 'full' | 'unreachable' | null }
  | { saved: CachedArticle[]; read: CachedArticle[] };

export async function answerRequest(request: ReadingListRequest): Promise<ReadingListAnswer> {
  if (request.action === 'erase') await deleteCaches('read', 'saved', 'files');
  if (request.action === 'erase' || request.action === 'list') return listArticles();
  const { address } = request;
  if (!isArticle(address, settings.articles)) throw new Error(address);
  if (request.action === 'remove') {
    await remove(address);
    await caches.open(names.read).then((read) => read.delete(address));
    return listArticles();
  }
  const copy = await caches.open(names.saved).then((saved) => saved.match(address));
  if (request.action === 'state') return { isSaved: Boolean(copy), outcome: null };
  if (copy) {
    await remove(address);
    return { isSaved: false, outcome: 'removed' };
  }
  const pictures = request.pictures.filter((path) => isHashedFile(path, settings.base));
  return save(address, pictures);
}

async function save(address: string, pictures: readonly string[]): Promise<ReadingListAnswer> {
  const page = await fetch(address, { cache: 'no-cache' }).catch(() =>
    caches.open(names.read).then((read) => read.match(address)),
  );
  if (page?.status !== 200) return { isSaved: false, outcome: 'unreachable' };
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
    // On a full disk, the cached files of read articles are deleted to make room for the saved article.
    await store().catch(() => deleteCaches('files').then(store));
    return { isSaved: true, outcome: 'saved' };
  } catch {
    await remove(address);
    return { isSaved: false, outcome: 'full' };
  }
}

/** Removes a saved article, with the files that no other saved article shows. */
async function remove(address: string): Promise<void> {
  const saved = await caches.open(names.saved);
  const paths = (await saved.keys()).map(({ url }) => new URL(url).pathname);
  const articles = paths.filter((path) => isArticle(path, settings.articles));
  const textOf = async (path: string) => (await (await saved.match(path))?.text()) ?? '';
  const files = exclusiveFiles(
    paths.filter((path) => !articles.includes(path)),
    await textOf(address),
    await Promise.all(articles.filter((path) => path !== address).map(textOf)),
  );
  await Promise.all([address, ...files].map((path) => saved.delete(path)));
}

/** Lists the saved articles, and the cached articles that were read but not saved. */
async function listArticles(): Promise<ReadingListAnswer> {
  const [saved, read] = await Promise.all([articlesIn(names.saved), articlesIn(names.read)]);
  const savedAddresses = new Set(saved.map(({ address }) => address));
  const now = Date.now();
  return {
    saved,
    read: read.filter(({ address, date }) => !savedAddresses.has(address) && isFresh(date, now)),
  };
}

/** Lists the articles of a cache, the newest first. */
async function articlesIn(cacheName: string): Promise<CachedArticle[]> {
  const cache = await caches.open(cacheName);
  const articles = await Promise.all(
    (await cache.keys()).map(async (request) => {
      const address = new URL(request.url).pathname;
      const copy = isArticle(address, settings.articles) ? await cache.match(request) : undefined;
      return copy ? { address, title: titleOf(await copy.text()), date: dateOf(copy) } : null;
    }),
  );
  return articles.filter((article) => article !== null).sort((one, other) => other.date - one.date);
}
