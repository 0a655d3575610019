import { isVariantPath } from '#lib/pictures.ts';
import { CARD_FOLDER } from '#model/social-card.ts';

/** Whether a path of the built site is written by an integration that compares it with what it needs. */
export function isPlaced(path: string): boolean {
  return isVariantPath(path) || (path.startsWith(`${CARD_FOLDER}/`) && path.endsWith('.png'));
}

/** `fragment/fr_1a2b3c4.pf_fragment` and its like, of a search index, which a build may leave where they are. */
export function isNamedByContent(path: string): boolean {
  return /_[0-9a-f]{7,}\.pf_\w+$/u.test(path);
}
