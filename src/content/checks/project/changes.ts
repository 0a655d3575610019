import { diffChars } from 'diff';

/** A part of a text that typography changes. */
export interface Change {
  start: number;
  end: number;
  replacement: string;
  /** Offset of the replacement in the new text. */
  at: number;
}

/** Returns the differences between two versions of a text, by character. */
export function changesBetween(before: string, after: string): Change[] {
  const changes: Change[] = [];
  let from = 0;
  let to = 0;
  for (const { value, added, removed } of diffChars(before, after)) {
    const last = changes.at(-1);
    const open = last?.end === from && last.at + last.replacement.length === to ? last : null;
    if (!added && !removed) {
      from += value.length;
      to += value.length;
      continue;
    }
    const change = open ?? { start: from, end: from, replacement: '', at: to };
    if (!open) changes.push(change);
    if (removed) change.end = from += value.length;
    else {
      change.replacement += value;
      to += value.length;
    }
  }
  return changes;
}
