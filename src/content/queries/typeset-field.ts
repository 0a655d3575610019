import { memoize } from '#lib/memoize.ts';
import { typeset } from '#lib/typography/typeset.ts';

/** Fields that the development server remembers: those of some ten thousand articles. */
const MOST = 100_000;

/** Sets a field of an article. After a save, the development server is asked for those of all articles again. */
export const typesetField = import.meta.env.DEV ? memoize(typeset, MOST) : typeset;
