import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import sharp from 'sharp';
import { readPart } from '#storage/read-part.ts';
import { readDrawing } from './drawing-safety.ts';
import { ACCEPTED, formatOfExtension, nameOfContent, type ShownFormat } from '#images/formats.ts';
import { measureDrawing } from '#images/pixels.ts';
import { type ContentProblem, START } from '#model/problems.ts';

const MAX_BYTES = 20_000_000;
const MAX_DRAWING = 1_000_000;
/**
 * Maximum number of pixels: the best cameras take 50 million, and a decompression bomb declares more in a few bytes.
 */
const MAX_PIXELS = 60_000_000;
/** Maximum number of pixels of all pictures embedded in a drawing. */
const MAX_EMBEDDED_PIXELS = 24_000_000;
/** Maximum ratio of the two sides: beyond it, a picture is only a thin strip on a page. */
const MAX_RATIO = 20;
/** Maximum length of a side, in pixels. */
const MAX_SIDE = 100_000;
/** Number of bytes to search at each end of a file: browsers sniff the start, and attackers append to the end. */
const LOOKED_AT = 64_000;
const PAGE = /<!doctype\s+html|<html[\s>]|<script[\s>]|<iframe[\s>]|<\?php|<svg[\s>]/iu;

const SMALLER = 'Réduisez-la : 2 400 pixels de large suffisent';
const ANEW = 'Ouvrez-la dans un logiciel d’images, et enregistrez-la de nouveau';

/** A problem of a file as a whole: its message and its remedy. */
type Fault = readonly [message: string, remedy: string];

const NOT_UTF8: Fault = [
  'Ce dessin n’est pas en UTF-8',
  'Enregistrez-le en UTF-8, ou exportez-le de nouveau',
];

/** Whether articles may show a file with this extension. */
export function isPicture(extension: string): boolean {
  return formatOfExtension(extension) !== null;
}

/** Detects the format of a file by its first bytes; `null` when it is unknown. */
export function contentOf(path: string): ReturnType<typeof nameOfContent> {
  return nameOfContent(readPart(path, 0, LOOKED_AT).toString('latin1'));
}

/**
 * Checks a picture: its format matches its name, it is whole, not too large once decoded, and contains no page or
 * script.
 *
 * @param file path to report in problems
 * @param path path to read
 * @param size in bytes
 */
export async function pictureProblems(file: string, path: string, size: number): Promise<ContentProblem[]> {
  const extension = extname(path).toLowerCase();
  const wanted = formatOfExtension(extension);
  if (size === 0) return problemsOf(file, ['Ce fichier est vide', 'Copiez de nouveau l’image à sa place']);
  const content = contentOf(path);
  const isUnreadable = wanted === 'svg' && content === null;
  if (isUnreadable && readUtf8(readFileSync(path)) === null) return problemsOf(file, NOT_UTF8);
  if (!wanted || content?.format !== wanted) {
    const what = content ? ` : son contenu est du ${content.name}` : '';
    const kind = wanted === 'svg' ? 'un dessin SVG' : `une image ${extension.slice(1)}`;
    return problemsOf(file, [
      `Ce fichier n’est pas ${kind}, malgré son nom${what}`,
      content?.format
        ? `Donnez-lui l’extension de son format (${content.name}), et citez-le sous ce nom`
        : `Ouvrez-le dans un logiciel d’images, et enregistrez-le de nouveau : ${ACCEPTED}`,
    ]);
  }
  return faultsOf(file, path, size, wanted);
}

function problemsOf(file: string, [message, remedy]: Fault): ContentProblem[] {
  return [{ file, ...START, message, remedy }];
}

/** Returns the problems of a picture in this format, whatever its name. */
export async function faultsOf(
  file: string,
  path: string,
  size: number,
  format: ShownFormat,
): Promise<ContentProblem[]> {
  const most = format === 'svg' ? MAX_DRAWING : MAX_BYTES;
  if (size > most) return problemsOf(file, [`Cette image pèse plus de ${most / 1_000_000} Mo`, SMALLER]);
  if (format !== 'svg') {
    const fault = await photographFault(path, size, format);
    return fault ? problemsOf(file, fault) : [];
  }
  const bytes = readFileSync(path);
  const text = readUtf8(bytes);
  if (text === null) return problemsOf(file, NOT_UTF8);
  const { problems, pictures } = readDrawing(file, text);
  const fault = problems.length > 0 ? null : await drawingFault(bytes, pictures);
  return fault ? problemsOf(file, fault) : problems;
}

/** Checks the size of a safe drawing and of the pictures embedded in it. */
async function drawingFault(bytes: Buffer, pictures: readonly Buffer[]): Promise<Fault | null> {
  let pixels = 0;
  for (const picture of pictures) {
    const { width, height } = await sharp(picture, { limitInputPixels: false })
      .metadata()
      .catch(() => ({ width: Infinity, height: 1 }));
    pixels += width * height;
  }
  if (pixels > MAX_EMBEDDED_PIXELS)
    return [
      'Une image incorporée à ce dessin est endommagée, ou trop grande pour être lue',
      'Réduisez-la à 2 400 pixels de large avant de l’incorporer',
    ];
  const size = await measureDrawing(bytes).catch(() => null);
  if (!size)
    return [
      'Ce dessin ne peut pas être affiché : une de ses dimensions est nulle ou illisible',
      'Donnez à l’élément <svg> un « viewBox », par exemple "0 0 1600 900"',
    ];
  const ratio = size.width / size.height;
  if (Math.max(ratio, 1 / ratio) > MAX_RATIO || Math.max(size.width, size.height) > MAX_SIDE)
    return [
      `Ce dessin a ${size.width} × ${size.height} pixels : c’est trop ${ratio > 1 ? 'long' : 'haut'} pour une page`,
      'Réduisez les dimensions de la page dans le logiciel de dessin',
    ];
  return null;
}

async function photographFault(path: string, size: number, format: ShownFormat): Promise<Fault | null> {
  const [head, tail] = readEnds(path, size);
  const seen = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!seen || seen.format !== format)
    return [
      'Cette image est endommagée : elle ne peut pas être lue',
      'Copiez-la de nouveau depuis l’original',
    ];
  if (seen.width * seen.height * (seen.pages ?? 1) > MAX_PIXELS)
    return [`Cette image a ${seen.width} × ${seen.height} pixels : c’est trop grand`, SMALLER];
  if (PAGE.test(head) || PAGE.test(tail))
    return [
      'Cette image contient une page ou un programme',
      `${ANEW} sous un autre nom, sans ses métadonnées`,
    ];
  const isWhole = await sharp(path, { failOn: 'error' })
    .resize(16)
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
  if (isWhole) return null;
  return ['Cette image est endommagée, ou sa copie est incomplète', 'Copiez-la de nouveau depuis l’original'];
}

/** Decodes UTF-8 bytes, without their byte order mark; `null` when they are invalid. */
function readUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Reads the beginning and the end of a file, one character per byte. */
function readEnds(path: string, size: number): [head: string, tail: string] {
  const head = readPart(path, 0, LOOKED_AT).toString('latin1');
  return [head, readPart(path, Math.max(0, size - LOOKED_AT), LOOKED_AT).toString('latin1')];
}
