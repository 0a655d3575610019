import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { ENCODING, PAPER, type PictureFile } from '#lib/pictures.ts';
import { blurOf } from './placeholder.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { digestOf } from '#storage/digest.ts';
import { type KeptTable, openTable } from '#storage/file-cache.ts';
import { isTransparent, measurePicture } from './pixels.ts';
import { ContentError } from '#model/problems.ts';
import { stampOfFile } from '#content/files/seen-files.ts';

/** A picture beside a text, with what stands in its place until it has come. */
export interface DescribedPicture extends PictureFile {
  /** A blur of it, as a data address. */
  blur: string;
}

type Description = Omit<DescribedPicture, 'file'>;

/** Changes with what is told of a picture, and how it is encoded. */
const VERSION = digestOf('3', PAPER, JSON.stringify(ENCODING), JSON.stringify(sharp.versions));

interface Descriptions {
  table: KeptTable<Description>;
  /** The same picture may stand beside many articles. */
  byDigest: Map<string, Promise<Description>>;
}

const opened = new Map<string, Descriptions>();

function open(root: string): Descriptions {
  const found = opened.get(root);
  if (found) return found;
  const table = openTable<Description>(join(cacheFolder(root), 'pictures.table'), VERSION);
  const made = { table, byDigest: new Map() };
  opened.set(root, made);
  return made;
}

/**
 * Tells of a picture what its pages need. A file whose size and time are those of the last build is not opened.
 *
 * @param file path from the project's folder
 */
export async function describePicture(root: string, file: string): Promise<DescribedPicture> {
  const { table, byDigest } = open(root);
  const stamp = stampOfFile(root, file) ?? '';
  const kept = table.find(file, stamp);
  if (kept) return { file, ...kept };
  const bytes = readFileSync(join(root, file));
  const digest = digestOf(VERSION, bytes).slice(0, 10);
  const describing = byDigest.get(digest) ?? describe(file, bytes, digest);
  byDigest.set(digest, describing);
  const description = await describing;
  table.keep(file, stamp, description);
  return { file, ...description };
}

/** Describes a picture as `describePicture` does, without another look at a file that this build has described. */
export async function pictureOfBuild(root: string, file: string): Promise<DescribedPicture> {
  const known = open(root).table.last(file);
  return known ? { file, ...known } : describePicture(root, file);
}

async function describe(file: string, bytes: Buffer, digest: string): Promise<Description> {
  try {
    const [size, transparent] = [await measurePicture(bytes), await isTransparent(bytes)];
    return { digest, ...size, transparent, blur: await blurOf(bytes) };
  } catch {
    const message = 'Cette image ne peut pas être lue';
    const remedy = 'Copiez-la de nouveau depuis l’original : « npm run check » indique le défaut';
    throw new ContentError([{ file, line: 1, column: 1, message, remedy }]);
  }
}

/** Has what was told read anew from where `keepDescriptions` has put it, with what others have been told meanwhile. */
export function reopenDescriptions(root: string): void {
  opened.delete(root);
}

/** Writes what was told, for the next build; `forget` leaves out what was told in earlier ones alone. */
export function keepDescriptions(root: string, rest: 'keep' | 'forget'): void {
  opened.get(root)?.table.save(rest);
}
