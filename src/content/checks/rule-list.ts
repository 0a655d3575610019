import type { Rule } from './rule.ts';
import { rule as capitals } from '#content/checks/rules/capitals.ts';
import { rule as cardLetters } from '#content/checks/rules/card-letters.ts';
import { rule as comparedPictures } from '#content/checks/rules/compared-pictures.ts';
import { coverRatio, coverWidth } from '#content/checks/rules/covers.ts';
import { rule as dates } from '#content/checks/rules/dates.ts';
import { duplicateAddresses, duplicateTitles, repetitions } from '#content/checks/rules/duplicates.ts';
import { rule as encoding } from '#content/checks/rules/encoding.ts';
import { externalLinks, sourceAddresses } from '#content/checks/rules/external-links.ts';
import { rule as fragments } from '#content/checks/rules/fragments.ts';
import { frontPageAge, frontPageUnpublished } from '#content/checks/rules/front-page.ts';
import { rule as grammar } from '#content/checks/rules/grammar.ts';
import { rule as internalLinks } from '#content/checks/rules/internal-links.ts';
import { descriptionLength, titleLength } from '#content/checks/rules/lengths.ts';
import { rule as markup } from '#content/checks/rules/markup.ts';
import { rule as model } from '#content/checks/rules/model.ts';
import { alternativeText, caption } from '#content/checks/rules/picture-texts.ts';
import {
  pictureAnimation,
  picturePosition,
  pictureSharpness,
  pictureWeight,
} from '#content/checks/rules/pictures.ts';
import { rule as placeholders } from '#content/checks/rules/placeholders.ts';
import { rule as spelling } from '#content/checks/rules/spelling.ts';
import { rule as lostAddresses } from '#content/checks/rules/lost-addresses.ts';
import { rule as misplacedFiles } from '#content/checks/rules/misplaced-files.ts';
import { emptyText, headings } from '#content/checks/rules/structure.ts';
import { rule as typography } from '#content/checks/rules/typography.ts';

/** Every rule of `npm run check`, the most severe first, in the order of content/REGLES.md. */
export const rules: readonly Rule[] = [
  ...[model, encoding, misplacedFiles, emptyText],
  ...[coverWidth, coverRatio, comparedPictures, alternativeText],
  ...[internalLinks, fragments, headings, duplicateTitles, duplicateAddresses],
  ...[lostAddresses, frontPageUnpublished, repetitions, caption, sourceAddresses],
  ...[markup, dates, frontPageAge, titleLength, descriptionLength],
  ...[pictureWeight, picturePosition, externalLinks],
  ...[capitals, spelling, placeholders],
  ...[pictureAnimation, pictureSharpness, cardLetters],
  ...[typography, grammar],
];
