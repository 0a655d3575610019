import { getImage } from 'astro:assets';
import type { ImageMetadata } from 'astro';
import { absolute } from './addresses.ts';

/** A cover cut to one shape, as a file that any reader of pictures opens. */
export interface CoverCrop {
  /** Absolute. */
  url: string;
  width: number;
  height: number;
  type: 'image/jpeg';
}

/** The three shapes that search engines ask for (Google, « Article structured data »): 16:9, 4:3, 1:1. */
const SHAPES = [
  { width: 1200, height: 675 },
  { width: 1200, height: 900 },
  { width: 1200, height: 1200 },
] as const;

/** A cover in the three shapes of news pictures, the widest first. */
export function cropCover(src: ImageMetadata): Promise<CoverCrop[]> {
  return Promise.all(
    SHAPES.map(async ({ width, height }) => {
      const { src: url } = await getImage({ src, width, height, fit: 'cover', format: 'jpg' });
      return { url: absolute(url), width, height, type: 'image/jpeg' as const };
    }),
  );
}
