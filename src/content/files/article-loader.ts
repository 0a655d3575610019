import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { Loader } from 'astro/loaders';
import { noteDigest } from './article-digests.ts';
import { readFields } from './article-fields.ts';
import { type ArticleRecord, readArticleRecord, readArticleRecords } from './article-records.ts';
import { digestOf, digestOfReadingCode } from '#storage/digest.ts';
import { describePicture, keepDescriptions, reopenDescriptions } from '#images/described-pictures.ts';
import { isShown, readPublication } from './publication.ts';
import { leftOutArticles } from './verdict.ts';

/** Under what name Astro keeps which code read the articles. */
const CODE = 'code';

/**
 * Gives Astro the articles without their texts: those are compiled when their page is rendered, and cost
 * neither room in the data store nor a module of the bundle. A text that imports components of its own is
 * left to @astrojs/mdx.
 */
export function articleLoader(): Loader {
  return {
    name: 'articles',
    load: async ({ config, store, meta, watcher, logger }) => {
      const root = fileURLToPath(config.root);
      const code = digestOfReadingCode(root);
      const leftOut = leftOutArticles();
      const publication = readPublication();
      let hidden: ReadonlySet<string> = new Set();
      // Its name tells an article's file: paths are for editors' tools, and would be a tenth of what each build writes.
      const { contentIntellisense } = config.experimental;
      if (meta.get(CODE) !== code) store.clear();
      meta.set(CODE, code);
      const put = async (record: ArticleRecord) => {
        const { slug, file, digest, told, fields, pictures, links } = record;
        // A module of a text that no page shows could stop the build for nothing.
        const imports = record.imports && record.publication && isShown(record.publication, publication);
        if (fields === null || leftOut.has(slug)) return store.delete(slug);
        const seen = await Promise.all(
          pictures.map((name) => digestOfPicture(root, join(dirname(file), name))),
        );
        // A link to an article that is not published is not shown.
        const unled = links.filter((name) => hidden.has(name));
        const all = seen.length + unled.length > 0 ? digestOf(digest, ...seen, ...unled) : digest;
        noteDigest(slug, all);
        // Astro sees to a text that imports; of any other, an entry holds the fields alone.
        const held = imports ? all : told;
        if (store.get(slug)?.digest !== held) {
          const filePath = imports || contentIntellisense ? { filePath: file } : {};
          const entry = { id: slug, data: { ...readFields(fields) }, ...filePath, digest: held };
          store.set(imports ? { ...entry, deferredRender: true } : entry);
        }
        if (imports) store.addModuleImport(file);
      };
      const records = readArticleRecords(root);
      const isHidden = ({ slug, publication: state }: ArticleRecord) =>
        !state || leftOut.has(slug) || !isShown(state, publication);
      hidden = new Set(records.filter(isHidden).map(({ slug }) => slug));
      const slugs = new Set(records.map(({ slug }) => slug));
      for (const slug of store.keys()) if (!slugs.has(slug)) store.delete(slug);
      for (const record of records) await put(record);
      // For the bundle that renders, which has its own copy of this code, and describes covers.
      keepDescriptions(root, 'keep');
      reopenDescriptions(root);
      const reread = async (slug: string) => {
        const record = readArticleRecord(root, slug);
        const known = store.get(slug);
        // A text is read from its file: Astro need not write, nor read again, what it knows of thousands of articles.
        const isTextAlone =
          record?.fields &&
          isDeepStrictEqual(known?.data, readFields(record.fields)) &&
          !record.imports &&
          !known?.deferredRender;
        if (isTextAlone) return;
        if (record) await put(record);
        else store.delete(slug);
        logger.info(slug);
      };
      // One after the other: what was saved last is what stays.
      let lastRead = Promise.resolve();
      watcher?.on('all', (_event, path) => {
        const slug = slugIn(root, path);
        if (slug === null) return;
        lastRead = lastRead.then(() => reread(slug)).catch((error: unknown) => logger.error(String(error)));
      });
    },
  };
}

/** A picture that is missing is told by the content check. */
async function digestOfPicture(root: string, file: string): Promise<string> {
  return describePicture(root, file).then(
    ({ digest }) => digest,
    () => '',
  );
}

/** The article that a path of the disk is the file of; `null` for any other. */
function slugIn(root: string, path: string): string | null {
  const parts = path.startsWith(root) ? path.slice(root.length).split(sep) : [];
  const [content, articles, slug, name, ...more] = parts.filter(Boolean);
  const isArticle = content === 'content' && articles === 'articles' && name === 'index.mdx';
  return isArticle && more.length === 0 ? (slug ?? null) : null;
}
