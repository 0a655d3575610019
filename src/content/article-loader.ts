import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { type ArticleRecord, readArticleRecord, readArticleRecords } from './article-records.ts';
import { digestOf, digestOfReadingCode } from './digest.ts';

/**
 * Gives Astro the articles without their texts: those are compiled when their page is rendered, and cost
 * neither room in the data store nor a module of the bundle. A text that imports components of its own is
 * left to @astrojs/mdx.
 */
export function articleLoader(): Loader {
  return {
    name: 'articles',
    load: async ({ config, store, watcher, logger }) => {
      const root = fileURLToPath(config.root);
      const code = digestOfReadingCode(root);
      const put = ({ slug, file, digest, data, imports }: ArticleRecord) => {
        if (!data) return void store.delete(slug);
        const entry = { id: slug, data, filePath: file, digest: digestOf(digest, code) };
        store.set(imports ? { ...entry, deferredRender: true } : entry);
        if (imports) store.addModuleImport(file);
      };
      const records = readArticleRecords(root);
      const slugs = new Set(records.map(({ slug }) => slug));
      for (const slug of store.keys()) if (!slugs.has(slug)) store.delete(slug);
      records.forEach(put);
      watcher?.on('all', (_event, path) => {
        const slug = slugIn(root, path);
        if (slug === null) return;
        const record = readArticleRecord(root, slug);
        if (record) put(record);
        else store.delete(slug);
        logger.info(slug);
      });
    },
  };
}

/** The article that a path of the disk is the file of; `null` for any other. */
function slugIn(root: string, path: string): string | null {
  const parts = path.startsWith(root) ? path.slice(root.length).split(sep) : [];
  const [content, articles, slug, name, ...more] = parts.filter(Boolean);
  const isArticle = content === 'content' && articles === 'articles' && name === 'index.mdx';
  return isArticle && more.length === 0 ? (slug ?? null) : null;
}
