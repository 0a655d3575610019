import type { MdxCompileOptions } from 'satteri';
import { bodyPictures } from './body-pictures.ts';
import { captionedPictures } from './captioned-pictures.ts';
import { footnoteIds } from './footnote-ids.ts';
import { frenchTypography } from './french-typography.ts';
import { headingIds } from './heading-ids.ts';
import { pageHtml } from './page-html.ts';
import { superscripts } from './superscripts.ts';

/** Options of Markdown and MDX for the whole magazine. Directives are off because they would parse « 12:30 ». */
export const markdownOptions = {
  mdastPlugins: [frenchTypography, headingIds, footnoteIds],
  hastPlugins: [superscripts, captionedPictures, bodyPictures, pageHtml],
  features: {
    // Sätteri's own typography supports English only; lib/typography sets French quotation marks, dashes and ellipses.
    smartPunctuation: false,
    directive: false,
    gfm: {
      footnotes: { label: 'Notes', backLabel: 'Retour au texte, note {reference}' },
    },
  },
} satisfies MdxCompileOptions;
