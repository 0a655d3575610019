import { defineMdastPlugin } from 'satteri';
import { typesetTree } from '#lib/typography/sentences.ts';

/** Applies French typography to the text of an article. */
export const frenchTypography = defineMdastPlugin({ name: 'french-typography', before: typesetTree });
