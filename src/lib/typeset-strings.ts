import { memoize } from './memoize.ts';
import { typeset } from '#lib/typography/typeset.ts';

type Label = string | ((...values: never[]) => string);
export interface Labels {
  readonly [name: string]: Label | Labels;
}

/** Memoized, because labels made by functions are mostly the same on every page. */
const typesetLabel = memoize(typeset);

/** Applies French typography to every label of a tree; labels made by functions are typeset when called. */
export function typesetStrings<Tree extends Labels>(labels: Tree): Tree {
  return Object.fromEntries(
    Object.entries(labels).map(([name, label]) => {
      if (typeof label === 'string') return [name, typeset(label)];
      if (typeof label === 'function') return [name, (...values: never[]) => typesetLabel(label(...values))];
      return [name, typesetStrings(label)];
    }),
  ) as Tree;
}
