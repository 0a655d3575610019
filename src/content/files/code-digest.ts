import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoize } from '#lib/memoize.ts';
import { digestOf } from '#storage/digest.ts';
import { filesBelow } from '#storage/files-below.ts';

/** Rooms whose code decides what is read in an article's file, and which errors are found there. */
const READING_ROOMS = ['src/content', 'src/images', 'src/lib', 'src/model'];

const sourcesOf = (root: string, folder: string) =>
  filesBelow(join(root, folder))
    .sort()
    .map((name) => join(root, folder, name));

/** Digest of the code that reads articles, with its packages: a cache of what was read is valid while it is the same. */
export const digestOfReadingCode = memoize((root) => {
  const sources = READING_ROOMS.flatMap((room) => sourcesOf(root, room));
  const files = [...sources.filter((file) => file.endsWith('.ts')), join(root, 'package-lock.json')];
  return digestOf(...files.filter((file) => existsSync(file)).map((file) => readFileSync(file)));
});

/** Digest of all code and styles that pages are made of. */
export const digestOfRenderingCode = memoize((root) =>
  digestOf(digestOfReadingCode(root), ...sourcesOf(root, 'src').map((file) => readFileSync(file))),
);
