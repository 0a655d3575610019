import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import pMap from 'p-map';
import { filesBelow } from '#content/files-below.ts';
import { pruneKeptFiles } from '#content/kept-files.ts';
import { COMPRESSIBLE, extensionOf } from '#lib/content-types.ts';
import { isCompressing } from './found-output.ts';
import { isAsBefore } from './kept-output.ts';

/** Smaller, a file fits in one packet as it is. */
const LEAST_SIZE = 1_000;
/** Node compresses on four threads by default. */
const AT_ONCE = 4;
/** Of more files than that, brotli is asked for less: ten times faster, for files a twentieth heavier. */
const MANY = 3_000;
const BROTLI = { few: 11, many: 9 };
const GZIP = 9;
/** In the cache, beside what it holds: how much brotli was asked for. */
const QUALITY = 'quality';

/**
 * Writes beside each text of the build what servers send of it, compressed by brotli (`.br`) and gzip (`.gz`). What was
 * compressed before is kept by its content; `PRECOMPRESS=0` leaves all of it out.
 */
export function compressedFiles(): AstroIntegration {
  let root = '';
  let cache = '';
  return {
    name: 'compressed-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        cache = join(fileURLToPath(config.cacheDir), 'compressed');
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!isCompressing()) return;
        const count = await compressFolder(fileURLToPath(dir), cache);
        await pruneKeptFiles(root, 'compressed', new Set([QUALITY]));
        logger.info(`${count} texts`);
      },
    },
  };
}

/** @returns how many files were compressed */
export async function compressFolder(folder: string, cache: string): Promise<number> {
  await mkdir(cache, { recursive: true });
  const paths = filesBelow(folder);
  const texts = paths.filter((path) => COMPRESSIBLE.has(extensionOf(path)));
  const quality = texts.length > MANY ? BROTLI.many : BROTLI.few;
  const noted = join(cache, QUALITY);
  const before = await readFile(noted, 'utf8').catch(() => '');
  const there = new Set(before === String(quality) ? paths : []);
  const isDone = (path: string) =>
    there.has(`${path}.br`) && there.has(`${path}.gz`) && isAsBefore(folder, path);
  const changed = texts.filter((path) => !isDone(path));
  const done = await pMap(changed, (path) => compressFile(join(folder, path), cache, quality), {
    concurrency: AT_ONCE,
  });
  await writeFile(noted, String(quality));
  return done.filter(Boolean).length;
}

async function compressFile(file: string, cache: string, quality: number): Promise<boolean> {
  const text = await readFile(file);
  if (text.length < LEAST_SIZE) return false;
  const hash = createHash('sha256').update(text).digest('hex');
  await keep(`${file}.br`, join(cache, `${hash}.${quality}.br`), () =>
    promisify(brotliCompress)(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
  );
  await keep(`${file}.gz`, join(cache, `${hash}.${GZIP}.gz`), () => promisify(gzip)(text, { level: GZIP }));
  return true;
}

async function keep(target: string, kept: string, make: () => Promise<Buffer>): Promise<void> {
  const known = await stat(kept).catch(() => null);
  if (known) {
    // What is used last is the last to be thrown away.
    await utimes(kept, new Date(), new Date());
  } else {
    // Whole or not at all, under a name of its own: another build, or the same text elsewhere, may be at it.
    const unfinished = `${kept}.${randomUUID()}`;
    await writeFile(unfinished, await make());
    await rename(unfinished, kept);
  }
  await copyFile(kept, target);
}
