import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import pMap from 'p-map';
import { writeAtomically } from '#storage/atomic-write.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { cachedBytes, pruneCache } from '#storage/content-cache.ts';
import { digestOf } from '#storage/digest.ts';
import { filesBelow } from '#storage/files-below.ts';
import { COMPRESSIBLE, extensionOf } from '#lib/content-types.ts';
import { isCompressing } from '#engine/cache/output-scan.ts';
import { isAsBefore } from '#engine/cache/incremental-output.ts';

/** Smaller, a file fits in one packet as it is. */
const LEAST_SIZE = 1_000;
/** Node compresses on four threads by default. */
const AT_ONCE = 4;
/** Of more files than that, brotli is asked for less: ten times faster, for files a twentieth heavier. */
const MANY = 3_000;
const BROTLI = { few: 11, many: 9 };
const GZIP = 9;
/** In the cache: how much brotli was asked for. */
const QUALITY = 'compressed.quality';

/**
 * Writes beside each text of the build what servers send of it, compressed by brotli (`.br`) and gzip (`.gz`). What was
 * compressed before is kept by its content; `PRECOMPRESS=0` leaves all of it out.
 */
export function compressedFiles(): AstroIntegration {
  let root = '';
  return {
    name: 'compressed-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!isCompressing()) return;
        const count = await compressFolder(root, fileURLToPath(dir));
        await pruneCache(root, 'compressed', new Set());
        logger.info(`${count} texts`);
      },
    },
  };
}

/** @returns how many files were compressed */
export async function compressFolder(root: string, folder: string): Promise<number> {
  const paths = filesBelow(folder);
  const texts = paths.filter((path) => COMPRESSIBLE.has(extensionOf(path)));
  const quality = texts.length > MANY ? BROTLI.many : BROTLI.few;
  const noted = join(cacheFolder(root), QUALITY);
  const there = new Set(readText(noted) === String(quality) ? paths : []);
  const isDone = (path: string) =>
    there.has(`${path}.br`) && there.has(`${path}.gz`) && isAsBefore(folder, path);
  const changed = texts.filter((path) => !isDone(path));
  const done = await pMap(changed, (path) => compressFile(root, join(folder, path), quality), {
    concurrency: AT_ONCE,
  });
  writeAtomically(noted, String(quality));
  return done.filter(Boolean).length;
}

async function compressFile(root: string, file: string, quality: number): Promise<boolean> {
  const text = await readFile(file);
  if (text.length < LEAST_SIZE) return false;
  const digest = digestOf(text);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  const brotli = () => promisify(brotliCompress)(text, { params });
  const gzipped = () => promisify(gzip)(text, { level: GZIP });
  await writeFile(`${file}.br`, await cachedBytes(root, 'compressed', `${digest}.${quality}.br`, brotli));
  await writeFile(`${file}.gz`, await cachedBytes(root, 'compressed', `${digest}.${GZIP}.gz`, gzipped));
  return true;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
