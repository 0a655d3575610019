import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { Loader } from 'astro/loaders';
import pMap from 'p-map';
import { openPictures, type PictureCatalogue } from '#images/picture-catalogue.ts';
import { digestOfReadingCode } from './code-digest.ts';
import { digestOf } from '#storage/digest.ts';
import {
  articleFolder,
  articlePath,
  type ArticleRecord,
  readArticleRecord,
  readArticleRecords,
} from './article-records.ts';
import { readLeftOut } from './left-out.ts';
import { findPictureFiles } from './picture-files.ts';
import { filterPublished } from './published.ts';

/** The key, in Astro's metadata store, of the digest of the code that parses articles. */
const CODE = 'code';
/** Number of pictures decoded at the same time. */
const CONCURRENCY = 8;

/**
 * Loads the articles without their texts, which are compiled when their pages are rendered: ten thousand texts would
 * fill the data store and the bundle. Articles that import their own components are deferred to @astrojs/mdx. An
 * entry's digest covers its file, the pictures of its text and its links to unpublished articles: such links are hidden,
 * so the page changes when their target is published.
 */
export function articleLoader(): Loader {
  return {
    name: 'articles',
    load: async ({ config, store, meta, watcher, logger }) => {
      const root = fileURLToPath(config.root);
      // Saves are processed one by one, so that the last one wins. Saves during the initial load wait until it ends.
      const { promise: loaded, resolve: start } = Promise.withResolvers<null>();
      let queue: Promise<unknown> = loaded;
      watcher?.on('all', (_event, path) => {
        const slug = slugIn(root, path);
        if (slug === null) return;
        queue = queue.then(() => reload(slug)).catch((error: unknown) => logger.error(String(error)));
      });

      const code = digestOfReadingCode(root);
      if (meta.get(CODE) !== code) store.clear();
      meta.set(CODE, code);
      const leftOut = readLeftOut(root);
      const records = readArticleRecords(root);
      const published = new Set(filterPublished(root, records).map(({ slug }) => slug));
      const hidden = new Set(records.map(({ slug }) => slug).filter((slug) => !published.has(slug)));

      const pictures = openPictures(root);
      await describeAll(pictures, root, records);

      const put = async (record: ArticleRecord) => {
        const { slug, data, links, imports } = record;
        if (data === null || leftOut.has(slug)) return store.delete(slug);
        const filePath = articlePath(slug);
        const shown = [
          ...(await pictureDigests(pictures, record)),
          ...links.filter((link) => hidden.has(link)),
        ];
        const digest = digestOf(record.digest, ...shown);
        // Only published articles are deferred, so that the imports of an unpublished one cannot break the build.
        const deferredRender = imports && published.has(slug);
        if (store.get(slug)?.digest !== digest) {
          const entry = { id: slug, data: { ...data }, filePath, digest };
          store.set(deferredRender ? { ...entry, deferredRender } : entry);
        }
        if (deferredRender) store.addModuleImport(filePath);
      };

      const slugs = new Set(records.map(({ slug }) => slug));
      for (const slug of store.keys()) if (!slugs.has(slug)) store.delete(slug);
      for (const record of records) await put(record);

      const reload = async (slug: string) => {
        const record = readArticleRecord(root, slug);
        const known = store.get(slug);
        // Pages read the text from the article's file, so an entry with the same fields needs no update. Skipping it
        // avoids writing the whole data store at each save.
        const isSameEntry =
          record?.data &&
          isDeepStrictEqual(known?.data, record.data) &&
          !record.imports &&
          !known?.deferredRender;
        if (isSameEntry) return;
        if (record) await put(record);
        else store.delete(slug);
        logger.info(slug);
      };
      start(null);
    },
  };
}

/** Measures all pictures for the pages and integrations that run later; the content check reports missing ones. */
async function describeAll(
  pictures: PictureCatalogue,
  root: string,
  records: readonly ArticleRecord[],
): Promise<void> {
  const { covers, bodies } = findPictureFiles(root, records);
  const describe = (file: string) => pictures.describe(file).catch(() => null);
  await pMap([...covers.map(({ file }) => file), ...bodies], describe, { concurrency: CONCURRENCY });
  pictures.save();
}

/** The digests of the pictures of an article's text, and the formats they are offered in; empty for a missing picture. */
function pictureDigests(
  pictures: PictureCatalogue,
  { slug, pictures: names }: ArticleRecord,
): Promise<string[]> {
  const digestOfPicture = async (name: string) => {
    const picture = await pictures.describe(join(articleFolder(slug), name)).catch(() => null);
    return picture ? [picture.digest, ...picture.formats].join(' ') : '';
  };
  return Promise.all(names.map(digestOfPicture));
}

/** The slug of the article with this file path; `null` for any other path. */
function slugIn(root: string, path: string): string | null {
  const parts = path.startsWith(root) ? path.slice(root.length).split(sep) : [];
  const [content, articles, slug, name, ...more] = parts.filter(Boolean);
  const isArticle = content === 'content' && articles === 'articles' && name === 'index.mdx';
  return isArticle && more.length === 0 ? (slug ?? null) : null;
}
