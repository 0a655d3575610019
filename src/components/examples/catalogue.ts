import { article } from './article.ts';
import { editorial } from './editorial.ts';
import type { Examples } from './examples.ts';
import { site } from './site.ts';
import { ui } from './ui.ts';

/** All components with their examples, by folder of src/components and by file name. */
export const catalogue: Readonly<Record<string, Readonly<Record<string, Examples>>>> = {
  ui,
  article,
  editorial,
  site,
};
