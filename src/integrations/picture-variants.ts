import { mkdirSync, readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import pMap from 'p-map';
import { articleFolder } from '#content/files/article-records.ts';
import { askedPictures, type AskedPictures, PICTURE_FOLDER } from '#images/asked-pictures.ts';
import { writeAtomically } from '#storage/atomic-write.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { cachedBytes, pruneOnceADay } from '#storage/content-cache.ts';
import { openTable } from '#storage/file-cache.ts';
import { type DescribedPicture, keepDescriptions, pictureOfBuild } from '#images/described-pictures.ts';
import { cutName, cutsOf, cutsOfCover, type PictureCut, PICTURE_WIDTHS } from '#lib/pictures.ts';
import { stampOf } from '#engine/cache/output-scan.ts';
import { isDrawnPicture } from '#engine/cache/output-names.ts';
import { openPicture } from '#images/variant-drawing.ts';
import { publishedFiles } from '#content/files/published.ts';

/**
 * Draws the covers and the pictures of texts in the sizes and formats that pages ask for. Each is drawn
 * once: its name says all that it is made of, and the cache folder keeps it.
 */
export function pictures(): AstroIntegration {
  let root = '';
  let base = '';
  return {
    name: 'pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base.replace(/\/$/u, '');
      },
      'astro:server:setup': ({ server }) => {
        const folder = `${base}/${PICTURE_FOLDER}/`;
        server.middlewares.use((request, response, next) => {
          const name = request.url?.startsWith(folder) ? request.url.slice(folder.length) : '';
          const asked = askedPictures.get(name);
          if (!asked) return next();
          cachedBytes(root, 'pictures', name, async () => (await readPicture(root, asked.file))(asked.cut))
            .then((bytes) => {
              response.writeHead(200, { 'Content-Type': `image/${asked.cut.format.replace('jpg', 'jpeg')}` });
              response.end(bytes);
            })
            .catch(next);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const wanted = new Map([...(await picturesOfArticles(root)), ...askedPictures]);
        keepDescriptions(root, 'forget');
        const { drawn, copied } = await place(
          root,
          wanted,
          fileURLToPath(new URL(`${PICTURE_FOLDER}/`, dir)),
        );
        await pruneOnceADay(root, 'pictures', new Set(wanted.keys()));
        await pruneOnceADay(root, 'feeds', new Set());
        logger.info(`${wanted.size} pictures: ${drawn} drawn, ${copied} new in the site`);
      },
    },
  };
}

async function readPicture(root: string, file: string) {
  return openPicture(await readFile(join(root, file)));
}

/** What the pages of articles may show, also those that this build had no need to render. */
async function picturesOfArticles(root: string): Promise<AskedPictures> {
  // The same picture, under the same name, stands beside many articles.
  const covers = new Map<string, DescribedPicture>();
  const inTexts = new Map<string, DescribedPicture>();
  const note = async (pictures: Map<string, DescribedPicture>, file: string) => {
    const picture = await pictureOfBuild(root, file);
    pictures.set(`${picture.digest} ${basename(file)}`, picture);
  };
  for (const { slug, cover, pictures: names } of publishedFiles(root)) {
    const folder = articleFolder(slug);
    await note(covers, join(folder, cover));
    for (const name of names) await note(inTexts, join(folder, name));
  }
  const wanted: AskedPictures = new Map();
  const want = (picture: DescribedPicture, cuts: readonly PictureCut[]) => {
    for (const cut of cuts) wanted.set(cutName(picture, cut), { file: picture.file, cut });
  };
  for (const picture of covers.values()) want(picture, cutsOfCover(picture));
  for (const picture of inTexts.values()) want(picture, cutsOf(picture, PICTURE_WIDTHS.body));
  return wanted;
}

/**
 * Puts into a folder the pictures that it lacks, or that are no longer as they were put there, and takes out those that
 * nothing shows any more.
 */
async function place(root: string, wanted: AskedPictures, folder: string) {
  mkdirSync(folder, { recursive: true });
  const placed = openTable<true>(join(cacheFolder(root), 'placed-pictures.table'), folder);
  const there = new Set(readdirSync(folder).filter((name) => isDrawnPicture(`${PICTURE_FOLDER}/${name}`)));
  let drawn = 0;
  const isPlaced = (name: string) => placed.find(name, stampOf(join(folder, name))) === true;
  const lacking = [...wanted].filter(([name]) => !there.has(name) || !isPlaced(name));
  const byFile = Object.values(Object.groupBy(lacking, ([, { file }]) => file));
  await pMap(
    byFile,
    async (cuts = []) => {
      let picture: ReturnType<typeof readPicture> | undefined;
      for (const [name, { file, cut }] of cuts) {
        const bytes = await cachedBytes(root, 'pictures', name, async () => {
          drawn += 1;
          return (await (picture ??= readPicture(root, file)))(cut);
        });
        writeAtomically(join(folder, name), bytes);
        placed.keep(name, stampOf(join(folder, name)), true);
      }
    },
    { concurrency: availableParallelism() },
  );
  placed.save('forget');
  for (const name of there) if (!wanted.has(name)) await rm(join(folder, name), { force: true });
  return { drawn, copied: lacking.length };
}
