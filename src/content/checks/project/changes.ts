/** A stretch of a text that differs once set, and what it becomes. */
export interface Change {
  start: number;
  end: number;
  replacement: string;
  /** Where the replacement begins in the new text. */
  at: number;
}

/** How many signs must be the same again for two texts to have come back together. */
const MEETING = 4;
const REACH = 12;

/** What changes between two versions of a line that differ by a few signs; none across a line break. */
export function changesBetween(before: string, after: string): Change[] {
  const changes: Change[] = [];
  let from = 0;
  let to = 0;
  while (from < before.length || to < after.length) {
    if (before[from] === after[to]) {
      from += 1;
      to += 1;
      continue;
    }
    const [skipped, added] = nextMeeting(before, from, after, to);
    changes.push({ start: from, end: from + skipped, replacement: after.slice(to, to + added), at: to });
    from += skipped;
    to += added;
  }
  return changes;
}

/** The fewest signs to skip on both sides before the texts agree again. */
function nextMeeting(before: string, from: number, after: string, to: number): [number, number] {
  for (let total = 1; total <= REACH; total += 1) {
    for (let skipped = total; skipped >= 0; skipped -= 1) {
      const added = total - skipped;
      if (from + skipped > before.length || to + added > after.length) continue;
      const rest = before.slice(from + skipped, from + skipped + MEETING);
      const other = after.slice(to + added, to + added + MEETING);
      if (rest === other) return [skipped, added];
      // Two changes close to each other: one same sign is enough after a replacement as long as it.
      if (skipped === added && rest[0] !== undefined && rest[0] === other[0]) return [skipped, added];
    }
  }
  return [before.length - from, after.length - to];
}
