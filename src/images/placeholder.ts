import { openPixels } from './pixels.ts';

/** Enough for a blur, and about a hundred bytes. */
const WIDTH = 16;

/**
 * Makes a tiny picture that can stand in the page itself, where the real one is going to.
 *
 * @param picture the bytes of a picture
 * @returns a data address
 */
export async function blurOf(picture: Buffer): Promise<string> {
  const blur = await (
    await openPixels(picture, 4 * WIDTH)
  )
    .resize(WIDTH)
    .webp({ quality: 20, effort: 6 })
    .toBuffer();
  return `data:image/webp;base64,${blur.toString('base64')}`;
}
