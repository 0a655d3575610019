import type { Rule } from './rule.ts';
import { rule as alternativeText } from './rules/alternative-text.ts';
import { rule as capitals } from './rules/capitals.ts';
import { rule as cardLetters } from './rules/card-letters.ts';
import { rule as coverRatio } from './rules/cover-ratio.ts';
import { rule as coverWidth } from './rules/cover-width.ts';
import { rule as dates } from './rules/dates.ts';
import { rule as descriptionLength } from './rules/description-length.ts';
import { rule as duplicateAddresses } from './rules/duplicate-addresses.ts';
import { rule as duplicateTitles } from './rules/duplicate-titles.ts';
import { rule as encoding } from './rules/encoding.ts';
import { rule as externalLinks } from './rules/external-links.ts';
import { rule as fragments } from './rules/fragments.ts';
import { rule as frontPage } from './rules/front-page.ts';
import { rule as grammar } from './rules/grammar.ts';
import { rule as headings } from './rules/headings.ts';
import { rule as internalLinks } from './rules/internal-links.ts';
import { rule as markup } from './rules/markup.ts';
import { rule as model } from './rules/model.ts';
import { rule as pictureMovement } from './rules/picture-movement.ts';
import { rule as picturePosition } from './rules/picture-position.ts';
import { rule as pictureWeight } from './rules/picture-weight.ts';
import { rule as placeholders } from './rules/placeholders.ts';
import { rule as spelling } from './rules/spelling.ts';
import { rule as titleLength } from './rules/title-length.ts';
import { rule as caption } from './rules/caption.ts';
import { rule as emptyText } from './rules/empty-text.ts';
import { rule as unpublishedLead } from './rules/unpublished-lead.ts';
import { rule as lostAddresses } from './rules/lost-addresses.ts';
import { rule as misplacedFiles } from './rules/misplaced-files.ts';
import { rule as repetitions } from './rules/repetitions.ts';
import { rule as sourceAddresses } from './rules/source-addresses.ts';
import { rule as typography } from './rules/typography.ts';

/** Every rule of `npm run check`, the gravest first: the order of content/REGLES.md. */
export const rules: readonly Rule[] = [
  ...[model, encoding, misplacedFiles, emptyText],
  ...[coverWidth, coverRatio, alternativeText],
  ...[internalLinks, fragments, headings, duplicateTitles, duplicateAddresses],
  ...[lostAddresses, unpublishedLead, repetitions, caption, sourceAddresses],
  ...[markup, dates, frontPage, titleLength, descriptionLength],
  ...[pictureWeight, picturePosition, externalLinks],
  ...[capitals, spelling, placeholders],
  ...[pictureMovement, cardLetters],
  ...[typography, grammar],
];
