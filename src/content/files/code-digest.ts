import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoize } from '#lib/memoize.ts';
import { digestOf } from '#storage/digest.ts';
import { filesBelow } from '#storage/files-below.ts';

/** Source folders whose code decides how an article's file is parsed, and which errors it has. */
const READING_FOLDERS = ['src/content', 'src/images', 'src/lib', 'src/model'];

const sourcesOf = (root: string, folder: string) =>
  filesBelow(join(root, folder))
    .sort()
    .map((name) => join(root, folder, name));

/**
 * Digest of the code that parses articles, its packages included. A cache of parsed articles is valid only for the same
 * digest.
 */
export const digestOfReadingCode = memoize((root) => {
  const sources = READING_FOLDERS.flatMap((folder) => sourcesOf(root, folder));
  const files = [...sources.filter((file) => file.endsWith('.ts')), join(root, 'package-lock.json')];
  return digestOf(...files.filter((file) => existsSync(file)).map((file) => readFileSync(file)));
});

/** Digest of all code and styles used to render pages. */
export const digestOfRenderingCode = memoize((root) =>
  digestOf(digestOfReadingCode(root), ...sourcesOf(root, 'src').map((file) => readFileSync(file))),
);
