import { engine } from './index.ts';
import { COMPRESSED_ENDS } from '#storage/compressed-copies.ts';
import { isVariantPath } from '#lib/pictures.ts';
import { CARD_FOLDER } from '#model/social-card.ts';

/**
 * The engine with its options for this site. For plain builds alone, remove `src/engine`, its tests (`tests/unit/engine`)
 * and the two lines of astro.config.mjs that name it.
 */
export const fastBuild = engine({
  articles: './content/articles',
  templates: /^src\/pages\/_(?:articles|rubriques|etiquettes|archives|auteurs)\/\[/u,
  isManaged: (path) => isVariantPath(path) || path.startsWith(`${CARD_FOLDER}/`),
  siblings: COMPRESSED_ENDS,
});
