import { defineMdastPlugin } from 'satteri';
import { typesetTree } from '#lib/typography/sentences.ts';

/** Sets the text of an article in French. */
export const frenchTypography = defineMdastPlugin({ name: 'french-typography', before: typesetTree });
