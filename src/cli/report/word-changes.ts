import { diffWordsWithSpace } from 'diff';

/** A stretch of words: kept, taken away or put in. */
export interface Words {
  text: string;
  change: 'kept' | 'removed' | 'added';
}

/** How many signs of what is kept stand around a change. */
const CONTEXT = 60;
const LONGEST = 600;

/** What becomes of a text, word by word, with no more of what is kept than it takes to find the place. */
export function wordChanges(before: string, after: string): Words[] {
  const parts = diffWordsWithSpace(before, after);
  return parts
    .map(({ value, added, removed }, index): Words => {
      if (added) return { text: ending(value), change: 'added' };
      if (removed) return { text: ending(value), change: 'removed' };
      return { text: surroundings(value, index === 0, index === parts.length - 1), change: 'kept' };
    })
    .filter(({ text }) => text !== '');
}

/** The words next to a change; « … » stands for the others. */
function surroundings(text: string, first: boolean, last: boolean): string {
  const head = first ? '' : text.slice(0, CONTEXT).replace(/\S*$/u, '');
  const tail = last ? '' : text.slice(-CONTEXT).replace(/^\S*/u, '');
  if (text.length <= (first || last ? CONTEXT : 2 * CONTEXT)) return text;
  return `${head}…${tail}`;
}

function ending(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
