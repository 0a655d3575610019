import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { ENCODING, type PictureFile, variantName } from '#lib/pictures.ts';
import { ContentError } from '#model/problems.ts';
import { cacheFolder } from '#storage/cache-folder.ts';
import { isCached } from '#storage/content-cache.ts';
import { digestOf } from '#storage/digest.ts';
import { openFileCache } from '#storage/file-cache.ts';
import { stampOfFile } from '#storage/file-stamp.ts';
import { isQuickBuild } from '#storage/quick-build.ts';
import { isDrawing, isTransparent, measurePicture, openPixels } from './pixels.ts';
import { serveDrawing } from './served-drawing.ts';

/** A picture of the content, with a tiny placeholder to show until it is loaded. */
export interface DescribedPicture extends PictureFile {
  /** The placeholder, as a data URL; `null` for a drawing served as SVG, and for a picture with transparent parts. */
  placeholder: string | null;
}

type Description = Omit<DescribedPicture, 'file' | 'formats'>;

/** Describes pictures; descriptions are cached while files are unchanged. */
export interface PictureCatalogue {
  /**
   * @param file path from the project's folder
   * @throws ContentError when it is not a picture
   */
  describe(file: string): Promise<DescribedPicture>;
  /** Saves the descriptions that were requested since the catalogue was opened. */
  save(): void;
}

/** The cache version. It changes with the fields of a description, the encoder options and the libraries. */
const VERSION = digestOf('6', JSON.stringify(ENCODING), JSON.stringify(sharp.versions));

/** In pixels: a placeholder of this width is about a hundred bytes. */
const PLACEHOLDER_WIDTH = 16;

/** In pixels. Every photograph has a variant of this width, or of its own width when it is narrower. */
const COMMON_WIDTH = 480;

/**
 * Opens the catalogue of the pictures of a project. AVIF takes half of the time of drawing a photograph, so a quick
 * build offers AVIF only for pictures that an earlier build has encoded in it.
 */
export function openPictures(root: string): PictureCatalogue {
  const cache = openFileCache<Description>(join(cacheFolder(root), 'picture-catalogue.table'), VERSION);
  // Several articles may have copies of the same picture.
  const byDigest = new Map<string, Promise<Description>>();
  const isOfferedInAvif = (picture: PictureFile) => {
    if (!isQuickBuild()) return true;
    const variant = { width: Math.min(COMMON_WIDTH, picture.width), height: null, format: 'avif' } as const;
    return isCached(root, 'pictures', variantName(picture, variant));
  };
  const withFormats = (file: string, description: Description): DescribedPicture => {
    const picture = { file, ...description, formats: [] };
    if (picture.isVector) return picture;
    return { ...picture, formats: isOfferedInAvif(picture) ? ['avif', 'webp'] : ['webp'] };
  };
  return {
    async describe(file) {
      const stamp = stampOfFile(join(root, file)) ?? '';
      const cached = cache.get(file, stamp);
      if (cached) return withFormats(file, cached);
      const bytes = readFileSync(join(root, file));
      const digest = digestOf(VERSION, bytes).slice(0, 10);
      const describing = byDigest.get(digest) ?? describe(file, bytes, digest);
      byDigest.set(digest, describing);
      const description = await describing;
      cache.set(file, stamp, description);
      return withFormats(file, description);
    },
    save: () => cache.saveUsed(),
  };
}

async function describe(file: string, bytes: Buffer, digest: string): Promise<Description> {
  try {
    const [size, transparent] = [await measurePicture(bytes), await isTransparent(bytes)];
    const isVector = isDrawing(bytes) && serveDrawing(bytes.toString()).reason === null;
    const placeholder = isVector || transparent ? null : await placeholderOf(bytes);
    return { digest, ...size, transparent, isVector, placeholder };
  } catch {
    const message = 'Cette image ne peut pas être lue';
    const remedy = 'Copiez-la de nouveau depuis l’original : « npm run check » indique le défaut';
    throw new ContentError([{ file, line: 1, column: 1, message, remedy }]);
  }
}

async function placeholderOf(picture: Buffer): Promise<string> {
  const pixels = await openPixels(picture, { width: 4 * PLACEHOLDER_WIDTH, height: 0 });
  const webp = await pixels.resize(PLACEHOLDER_WIDTH).webp({ quality: 20, effort: 6 }).toBuffer();
  return `data:image/webp;base64,${webp.toString('base64')}`;
}
