import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import pMap from 'p-map';
import { COMPRESSIBLE, extensionOf } from '#lib/content-types.ts';
import { cacheFolder } from './cache-folder.ts';
import { cachedBytes, isCached } from './content-cache.ts';
import { digestOf } from './digest.ts';
import { openFileCache } from './file-cache.ts';
import { stampOfFile } from './file-stamp.ts';
import { filesBelow } from './files-below.ts';
import { isQuickBuild } from './quick-build.ts';

/** The smallest file to compress, in bytes: a smaller one fits in one network packet. */
const MIN_SIZE = 1_000;
/** Node compresses on four threads by default. */
const CONCURRENCY = 4;
/** Above this many files, use brotli 9 instead of 11: ten times faster, 5 % larger. */
const MANY = 3_000;
const BROTLI = { few: 11, many: 9 };
const GZIP = 9;

/** The suffixes of the compressed copies that a build writes beside each text file; none with `PRECOMPRESS=0`. */
export const COMPRESSED_ENDS: readonly string[] = process.env['PRECOMPRESS'] === '0' ? [] : ['.br', '.gz'];

/**
 * Compresses the text files of a folder, except those that are unchanged and still have both compressed copies.
 *
 * @returns how many files were compressed
 */
export async function compressFolder(root: string, folder: string): Promise<number> {
  if (COMPRESSED_ENDS.length === 0) return 0;
  const paths = filesBelow(folder);
  const existing = new Set(paths);
  const texts = paths.filter((path) => COMPRESSIBLE.has(extensionOf(path)));
  const quality = texts.length > MANY ? BROTLI.many : BROTLI.few;
  const table = openFileCache<true>(join(cacheFolder(root), 'compressed.table'), `${quality} ${folder}`);
  const stampOf = (path: string) => stampOfFile(join(folder, path)) ?? '';
  const isDone = (path: string) =>
    existing.has(`${path}.br`) && existing.has(`${path}.gz`) && table.get(path, stampOf(path)) === true;
  const changed = texts.filter((path) => !isDone(path));
  const compressed = await pMap(
    changed,
    async (path) => {
      const isWritten = await compressFile(root, join(folder, path), quality);
      if (isWritten) table.set(path, stampOf(path), true);
      else for (const end of ['.br', '.gz']) if (existing.has(path + end)) await rm(join(folder, path + end));
      return isWritten;
    },
    { concurrency: CONCURRENCY },
  );
  table.saveUsed();
  return compressed.filter(Boolean).length;
}

/** Writes the compressed copies of a file. @returns `false` for a small file, or one left by a quick build */
async function compressFile(root: string, file: string, quality: number): Promise<boolean> {
  const text = await readFile(file);
  if (text.length < MIN_SIZE) return false;
  const digest = digestOf(text);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  const brotli = () => promisify(brotliCompress)(text, { params });
  const gzipped = () => promisify(gzip)(text, { level: GZIP });
  const brotliName = `${digest}.${quality}.br`;
  if (isQuickBuild() && !isCached(root, 'compressed', brotliName)) return false;
  await writeFile(`${file}.br`, await cachedBytes(root, 'compressed', brotliName, brotli));
  await writeFile(`${file}.gz`, await cachedBytes(root, 'compressed', `${digest}.${GZIP}.gz`, gzipped));
  return true;
}
