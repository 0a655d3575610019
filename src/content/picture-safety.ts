import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
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
  const [head, tail] = readEnds(path, size);
  const isDrawing = /^\uFEFF?\s*<(?:\?xml|!--|!doctype\s+svg|svg)/iu.test(head);
  if (extension === '.svg')
    return isDrawing
      ? drawingProblems(file, readFileSync(path, 'utf8'))
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
function readEnds(path: string, size: number): [head: string, tail: string] {
  const file = openSync(path, 'r');
  try {
    const read = (from: number) => {
      const buffer = Buffer.alloc(Math.min(size, LOOKED_AT));
      return buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, from));
    };
    return [read(0), read(Math.max(0, size - LOOKED_AT))];
  } finally {
    closeSync(file);
  }
}
