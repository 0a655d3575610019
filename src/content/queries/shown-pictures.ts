import {
  COVER_SHAPES,
  cutName,
  fittingCrop,
  type PictureCut,
  type PictureFile,
  type ShownPicture,
} from '#lib/pictures.ts';
import { absolute, addresses } from './addresses.ts';
import { askedPictures, PICTURE_FOLDER } from '#images/asked-pictures.ts';

/** A picture as a page shows it: each cut whose address it takes will be drawn. */
export function showPicture(picture: PictureFile): ShownPicture {
  const { file, digest, width, height, density, transparent } = picture;
  return { file, digest, width, height, density, transparent, addressOf };
}

function addressOf(this: ShownPicture, cut: PictureCut): string {
  const name = cutName(this, cut);
  askedPictures.set(name, { file: this.file, cut });
  return addresses.file(`${PICTURE_FOLDER}/${name}`);
}

/** A cover cut to one shape, as a file that any reader of pictures opens. */
export interface CoverCrop {
  /** Absolute. */
  url: string;
  width: number;
  height: number;
  type: 'image/jpeg';
}

/** A cover in the three shapes of news pictures, the widest first. */
export function cropCover(cover: ShownPicture): CoverCrop[] {
  return COVER_SHAPES.map((shape) => {
    const crop = fittingCrop(cover, shape);
    return { url: absolute(cover.addressOf({ ...crop, format: 'jpg' })), ...crop, type: 'image/jpeg' };
  });
}
