import { satteri } from '@astrojs/markdown-satteri';
import { markdownOptions } from './options.ts';

/** For what goes through Astro: the magazine's own pages, and articles that import components. */
export const markdownProcessor = satteri(markdownOptions);
