import { open, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import sharp from 'sharp';
import { drawingProblems } from './drawing-safety.ts';
import type { ContentProblem } from './problems.ts';

/** What the library that reads pictures calls the kind that each name tells. */
const KINDS: Readonly<Record<string, string>> = {
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.png': 'png',
  '.webp': 'webp',
  '.avif': 'heif',
  '.svg': 'svg',
};
const MOST_BYTES = 20_000_000;
const MOST_DRAWING = 1_000_000;
/** A photograph of the best cameras has 50 million; a bomb says more in a few bytes. */
const MOST_PIXELS = 60_000_000;
/** Where a page would hide in a picture: what browsers sniff, and what is glued to the end. */
const LOOKED_AT = 64_000;
const PAGE = /<!doctype\s+html|<html[\s>]|<script[\s>]|<iframe[\s>]|<\?php|<svg[\s>]/iu;

/** Whether a file is a picture, by its name. */
export function isPicture(extension: string): boolean {
  return Object.hasOwn(KINDS, extension);
}

/**
 * What is wrong with a picture: other than its name says, too large once it is read, or more than a picture.
 *
 * @param file path that problems name
 * @param path where it is
 * @param size in bytes
 */
export async function pictureProblems(file: string, path: string, size: number): Promise<ContentProblem[]> {
  const tell = (message: string, remedy: string): ContentProblem[] => [
    { file, line: 1, column: 1, message, remedy },
  ];
  const extension = extname(path).toLowerCase();
  const most = extension === '.svg' ? MOST_DRAWING : MOST_BYTES;
  if (size > most)
    return tell(
      `Cette image pèse plus de ${most / 1_000_000} Mo`,
      'Réduisez-la : 2 400 pixels de large suffisent',
    );
  const [head, tail] = await readEnds(path, size);
  const isDrawing = /^\uFEFF?\s*<(?:\?xml|!--|!doctype\s+svg|svg)/iu.test(head);
  if (extension === '.svg')
    return isDrawing
      ? drawingProblems(file, await readFile(path, 'utf8'))
      : tell(
          'Ce fichier n’est pas un dessin SVG',
          'Exportez-le de nouveau, ou donnez-lui le nom de ce qu’il est',
        );
  const notItself = tell(
    `Ce fichier n’est pas une image ${extension.slice(1)}, malgré son nom`,
    'Ouvrez-le dans un logiciel d’images, et enregistrez-le de nouveau dans ce format',
  );
  if (isDrawing) return notItself;
  const seen = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!seen || seen.format !== KINDS[extension]) return notItself;
  if (seen.width * seen.height * (seen.pages ?? 1) > MOST_PIXELS)
    return tell(
      `Cette image a ${seen.width} × ${seen.height} pixels : c’est trop pour être lue`,
      'Réduisez-la : 2 400 pixels de large suffisent',
    );
  if (PAGE.test(head) || PAGE.test(tail))
    return tell(
      'Cette image cache une page ou un programme',
      'Ouvrez-la dans un logiciel d’images, et enregistrez-la sous un autre nom, sans ses métadonnées',
    );
  return [];
}

/** The beginning and the end of a file, a sign for each byte. */
async function readEnds(path: string, size: number): Promise<[head: string, tail: string]> {
  const file = await open(path);
  try {
    const read = async (from: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, from);
      return buffer.toString('latin1', 0, bytesRead);
    };
    return [await read(0), await read(Math.max(0, size - LOOKED_AT))];
  } finally {
    await file.close();
  }
}
