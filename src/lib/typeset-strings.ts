import { memoize } from './memoize.ts';
import { typeset } from '#lib/typography/typeset.ts';

type Label = string | ((...values: never[]) => string);
export interface Labels {
  readonly [name: string]: Label | Labels;
}

/** Most labels made by functions are the same from one page to the next. */
const typesetLabel = memoize(typeset);

/** Sets every label of a tree in French, those made by functions when they are made. */
export function typesetStrings<Tree extends Labels>(labels: Tree): Tree {
  return Object.fromEntries(
    Object.entries(labels).map(([name, label]) => {
      if (typeof label === 'string') return [name, typeset(label)];
      if (typeof label === 'function') return [name, (...values: never[]) => typesetLabel(label(...values))];
      return [name, typesetStrings(label)];
    }),
  ) as Tree;
}
