import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import pMap from 'p-map';
import { type ArticleRecord, readArticleRecords } from '#content/files/article-records.ts';
import { findPictureFiles } from '#content/files/picture-files.ts';
import { filterPublished, publishedArticles } from '#content/files/published.ts';
import { openPictures } from '#images/picture-catalogue.ts';
import { openPicture } from '#images/variant-drawing.ts';
import {
  isVariantPath,
  PICTURE_WIDTHS,
  type PictureFile,
  type PictureVariant,
  VARIANT_FOLDER,
  variantName,
  variantsOf,
  variantsOfCover,
} from '#lib/pictures.ts';
import { writeAtomically } from '#storage/atomic-write.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { cachedBytes, isCached, pruneOnceADay } from '#storage/content-cache.ts';
import { openFileCache } from '#storage/file-cache.ts';
import { filesBelow } from '#storage/files-below.ts';
import { stampOfFile } from '#storage/file-stamp.ts';
import { isQuickBuild } from '#storage/quick-build.ts';

/** The folder of pictures in the examples of editorial components. */
const EXAMPLES = 'src/cms/examples';

/** The variants of the pictures of the site, by file name, each with the path of its picture. */
type Variants = Map<string, { file: string; variant: PictureVariant }>;

/**
 * Adds the variants of covers and of pictures in texts to the site. They are drawn once and cached by content. The
 * development server draws them on request.
 */
export function pictureVariants(): AstroIntegration {
  let root = '';
  let hasExamples = false;
  return {
    name: 'picture-variants',
    hooks: {
      'astro:config:setup': ({ command }) => {
        hasExamples = command === 'dev' || process.env['REDACTION'] === '1';
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => {
        const readVariants = () =>
          listVariants(root, filterPublished(root, readArticleRecords(root)), hasExamples);
        let variants: Promise<Variants> | undefined;
        server.middlewares.use((request, response, next) => {
          // Vite has removed the base path.
          const path = request.url?.slice(1) ?? '';
          if (!isVariantPath(path)) return next();
          const name = path.slice(VARIANT_FOLDER.length + 1);
          const send = async () => {
            const known = (await (variants ??= readVariants())).get(name);
            // The picture may be new: read the list of variants again.
            const found = known ?? (await (variants = readVariants())).get(name);
            if (!found) return next();
            const { file, variant } = found;
            const bytes = await cachedBytes(root, 'pictures', name, () => openFile(root, file)(variant));
            response.writeHead(200, { 'Content-Type': MEDIA_TYPES[variant.format] });
            response.end(bytes);
          };
          send().catch((error: unknown) => {
            variants = undefined;
            next(error);
          });
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const variants = await listVariants(root, publishedArticles(root), hasExamples);
        const folder = fileURLToPath(new URL(`${VARIANT_FOLDER}/`, dir));
        const { drawn, written } = await writeVariants(root, variants, folder);
        await pruneOnceADay(root, 'pictures', new Set(variants.keys()));
        await pruneOnceADay(root, 'feeds', new Set());
        logger.info(`${variants.size} variants: ${drawn} drawn, ${written} new in the site`);
      },
    },
  };
}

const MEDIA_TYPES = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
} as const;

const openFile = (root: string, file: string) => openPicture(readFileSync(join(root, file)));

/** Lists the variants of the pictures of these articles, of the magazine's own pages, and of the examples if shown. */
async function listVariants(
  root: string,
  articles: readonly ArticleRecord[],
  hasExamples: boolean,
): Promise<Variants> {
  const pictures = openPictures(root);
  const { covers, bodies } = findPictureFiles(root, articles);
  const examples = hasExamples
    ? filesBelow(join(root, EXAMPLES)).filter((name) => name.endsWith('.svg'))
    : [];
  const variants: Variants = new Map();
  const add = async (file: string, listOf: (picture: PictureFile) => PictureVariant[]) => {
    const picture = await pictures.describe(file);
    for (const variant of listOf(picture)) variants.set(variantName(picture, variant), { file, variant });
  };
  for (const { file, focus } of covers) await add(file, (picture) => variantsOfCover(picture, focus));
  for (const file of [...bodies, ...examples.map((name) => join(EXAMPLES, name))])
    await add(file, (picture) => variantsOf(picture, PICTURE_WIDTHS.body));
  return variants;
}

/**
 * Writes these variants into a folder and removes all others. It skips those that are unchanged since the last build.
 */
async function writeVariants(root: string, variants: Variants, folder: string) {
  mkdirSync(folder, { recursive: true });
  const stamps = openFileCache<true>(join(cacheFolder(root), 'placed-pictures.table'), folder);
  const stampOf = (name: string) => stampOfFile(join(folder, name)) ?? '';
  const isLeftOut = (name: string, { height }: PictureVariant) =>
    isQuickBuild() && height !== null && !isCached(root, 'pictures', name);
  const missing = [...variants].filter(
    ([name, { variant }]) => stamps.get(name, stampOf(name)) !== true && !isLeftOut(name, variant),
  );
  let drawn = 0;
  await pMap(
    Map.groupBy(missing, ([, { file }]) => file),
    async ([file, ofFile]) => {
      let draw: ReturnType<typeof openPicture> | undefined;
      for (const [name, { variant }] of ofFile) {
        const bytes = await cachedBytes(root, 'pictures', name, () => {
          drawn += 1;
          return (draw ??= openFile(root, file))(variant);
        });
        writeAtomically(join(folder, name), bytes);
        stamps.set(name, stampOf(name), true);
      }
    },
    { concurrency: availableParallelism() },
  );
  stamps.saveUsed();
  const old = readdirSync(folder).filter((name) => isVariantPath(`${VARIANT_FOLDER}/${name}`));
  for (const name of old) if (!variants.has(name)) await rm(join(folder, name), { force: true });
  return { drawn, written: missing.length };
}
