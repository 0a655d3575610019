import { diffWordsWithSpace } from 'diff';

/** A run of words: unchanged, removed or added. */
export interface Words {
  text: string;
  change: 'unchanged' | 'removed' | 'added';
}

/** Number of characters of unchanged text to show around a change. */
const CONTEXT = 60;
/** Number of characters of an added or removed text to show. */
const LONGEST = 600;

/**
 * Returns a word diff. Unchanged text is cut to the words around each change; added and removed text is cut after 600
 * characters.
 */
export function wordChanges(before: string, after: string): Words[] {
  const parts = diffWordsWithSpace(before, after);
  return parts
    .map(({ value, added, removed }, index): Words => {
      if (added) return { text: shortened(value), change: 'added' };
      if (removed) return { text: shortened(value), change: 'removed' };
      return { text: context(value, index === 0, index === parts.length - 1), change: 'unchanged' };
    })
    .filter(({ text }) => text !== '');
}

function context(text: string, first: boolean, last: boolean): string {
  const head = first ? '' : text.slice(0, CONTEXT).replace(/\S*$/u, '');
  const tail = last ? '' : text.slice(-CONTEXT).replace(/^\S*/u, '');
  if (text.length <= (first || last ? CONTEXT : 2 * CONTEXT)) return text;
  return `${head}…${tail}`;
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
