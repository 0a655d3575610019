import { engine } from '#engine/index.ts';
import { COMPRESSED_ENDS } from '#storage/compressed-copies.ts';
import { isVariantPath } from '#lib/pictures.ts';
import { CARD_FOLDER } from '#model/social-card.ts';

/**
 * The engine's options for this site. For plain builds, remove this file, `src/engine` and their two lines in
 * astro.config.mjs.
 */
export const fastBuild = engine({
  articles: './content/articles',
  templates: /^src\/pages\/_(?:articles|rubriques|etiquettes|archives|auteurs)\/\[/u,
  isManaged: (path) => isVariantPath(path) || path.startsWith(`${CARD_FOLDER}/`),
  siblings: COMPRESSED_ENDS,
});
