import type { TreeNode } from '#content/files/mdx-tree.ts';

const DATE = /^\d{4}(?:-\d{2}){0,2}$/u;

/** The first step of a timeline whose date breaks the order of those before it; `null` when dates follow one another. */
export function stepOutOfOrder(timeline: TreeNode): TreeNode | null {
  const steps = (timeline.children ?? []).flatMap((node) => {
    const date = node.attributes?.find(({ name }) => name === 'date')?.value;
    // The model tells of what is no date.
    return node.name === 'Etape' && typeof date === 'string' && DATE.test(date) ? { node, date } : [];
  });
  let direction = 0;
  for (const [index, { node, date }] of steps.entries()) {
    const before = steps[index - 1]?.date;
    const step = before === undefined ? 0 : compareDates(before, date);
    if (step !== 0 && direction !== 0 && step !== direction) return node;
    direction ||= step;
  }
  return null;
}

/** Compares two dates by what both say: « 2024 » and « 2024-06 » are not in disorder. */
function compareDates(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  return Math.sign(one.slice(0, length).localeCompare(other.slice(0, length)));
}
