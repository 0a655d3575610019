import { PICTURE_FOLDER } from '#images/asked-pictures.ts';
import { SHARING_FOLDER } from '#images/asked-social-cards.ts';

/** How drawn pictures are called: nothing else in their folder is. */
const DRAWN = /\.[0-9a-f]{10}_\d+(?:x\d+)?\.(?:avif|webp|jpg)$/u;

/** Whether a path of the built site is that of a drawn picture. */
export function isDrawnPicture(path: string): boolean {
  return path.startsWith(`${PICTURE_FOLDER}/`) && DRAWN.test(path);
}

/** Whether a path of the built site is that of a sharing picture. */
export function isSharingPicture(path: string): boolean {
  return path.startsWith(`${SHARING_FOLDER}/`) && path.endsWith('.png');
}

/** `fragment/fr_1a2b3c4.pf_fragment` and its like, of a search index, which a build may leave where they are. */
export function isNamedByContent(path: string): boolean {
  return /_[0-9a-f]{7,}\.pf_\w+$/u.test(path);
}
