import { placeOf, type TreeNode } from '#content/files/mdx-tree.ts';
import type { ContentProblem, Place } from '#model/problems.ts';

/** Reports a problem of one file, at a place or where a node begins. */
export type Report<More = object> = (
  at: Place | TreeNode,
  message: string,
  remedy: string,
  more?: More,
) => void;

/** Returns the function that adds the problems of a file to a list. */
export function reportTo<More extends object>(
  problems: (ContentProblem & Partial<More>)[],
  file: string,
): Report<More> {
  return (at, message, remedy, more) =>
    void problems.push({ file, ...placeOf(at), message, remedy, ...(more as Partial<More>) });
}
