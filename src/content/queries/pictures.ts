import { type DescribedPicture, openPictures } from '#images/picture-catalogue.ts';
import type { FocalPoint } from '#lib/focal-point.ts';
import {
  cropsOfCover,
  type PictureVariant,
  type ShownPicture,
  VARIANT_FOLDER,
  variantName,
} from '#lib/pictures.ts';
import { absolute, addresses } from './addresses.ts';

const catalogue = openPictures(process.cwd());

/**
 * Returns a picture of the content as a page shows it.
 *
 * @param file path from the project's folder
 */
export async function getPicture(file: string): Promise<ShownPicture & DescribedPicture> {
  const picture = await catalogue.describe(file);
  const addressOf = (variant: PictureVariant) =>
    addresses.file(`${VARIANT_FOLDER}/${variantName(picture, variant)}`);
  return { ...picture, addressOf };
}

/** A crop of a cover, in a format that any feed reader can open. */
export interface CoverCrop {
  /** Absolute address. */
  url: string;
  width: number;
  height: number;
  type: 'image/jpeg';
}

/** Returns the crops of a cover in the three shapes of news pictures, the widest first. */
export function cropCover({ image, focus }: { image: ShownPicture; focus: FocalPoint }): CoverCrop[] {
  return cropsOfCover(image, focus).map((crop) => {
    const { width, height } = crop;
    return { url: absolute(image.addressOf(crop)), width, height, type: 'image/jpeg' };
  });
}
