import { memoize } from '#lib/memoize.ts';
import { typeset } from '#lib/typography/typeset.ts';

/** Maximum number of fields memoized in development: those of ten thousand articles. */
const MAX_TEXTS = 100_000;

/** Typesets a field of an article. Memoized in development, where each save reads all articles again. */
export const typesetField = import.meta.env.DEV ? memoize(typeset, MAX_TEXTS) : typeset;
