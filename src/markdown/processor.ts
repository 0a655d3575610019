import { satteri } from '@astrojs/markdown-satteri';
import { frenchTypography } from './french-typography.ts';
import { headingIds } from './heading-ids.ts';
import { raisedText } from './raised-text.ts';

/** How Markdown and MDX become HTML in this magazine. Directives stay off: they eat « 12:30 ». */
export const markdownProcessor = satteri({
  mdastPlugins: [frenchTypography, headingIds],
  hastPlugins: [raisedText],
  features: {
    smartPunctuation: { quotes: true, dashes: true, ellipses: true },
    directive: false,
    gfm: {
      footnotes: { label: 'Notes', backLabel: 'Retour au texte, note {reference}' },
    },
  },
});
