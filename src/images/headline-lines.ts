import { SMALL_WORD } from '#lib/typography/small-words.ts';

/** A word of a headline, with its width in ems. */
export interface Word {
  text: string;
  width: number;
}

/** The space for a headline, in pixels. */
export interface HeadlineRoom {
  width: number;
  height: number;
  /** Height of a line, in ems. */
  lineHeight: number;
  maxLines: number;
  /** The largest font size. */
  maxSize: number;
}

export interface SetHeadline {
  /** Font size, in whole pixels. */
  size: number;
  lines: string[];
}

interface LineBreaks {
  /** Increases with uneven lines and bad line ends; 0 when there are none. */
  cost: number;
  /** Index of each line's first word. */
  starts: number[];
}

const SMALL_WORD_COST = 0.3;
const PAUSE_GAIN = 0.04;
/** Weight of bad line breaks relative to the font size. */
const COST_WEIGHT = 1.5;

/**
 * Sets a headline as large as its space allows, in lines of even width that preferably end at pauses of the sentence.
 *
 * @param space the width of a space, in ems
 */
export function setHeadline(words: readonly Word[], space: number, room: HeadlineRoom): SetHeadline {
  const widthOf = (line: readonly Word[]) =>
    line.reduce((sum, { width }) => sum + width, 0) + space * (line.length - 1);
  let best = { size: 0, lines: [words.map(({ text }) => text).join(' ')], worth: 0 };
  for (let count = 1; count <= Math.min(room.maxLines, words.length); count += 1) {
    const { cost, starts } = breakLines(words, count, widthOf);
    const lines = starts.map((start, line) => words.slice(start, starts[line + 1]));
    const widest = Math.max(...lines.map(widthOf));
    const size = Math.floor(
      Math.min(room.maxSize, room.width / widest, room.height / (count * room.lineHeight)),
    );
    const worth = size / (1 + COST_WEIGHT * cost);
    if (worth > best.worth)
      best = { size, worth, lines: lines.map((line) => line.map(({ text }) => text).join(' ')) };
  }
  return { size: best.size, lines: best.lines };
}

/** Finds the line breaks with the lowest cost for a number of lines, by dynamic programming. */
function breakLines(
  words: readonly Word[],
  count: number,
  widthOf: (line: readonly Word[]) => number,
): LineBreaks {
  const ideal = widthOf(words) / count;
  const costOf = (from: number, to: number) =>
    (widthOf(words.slice(from, to)) / ideal - 1) ** 2 +
    (to < words.length ? endCost(words[to - 1]?.text ?? '') : 0);
  // breaks[n]: the line breaks with the lowest cost for the words up to the n-th, for the current number of lines.
  let breaks: (LineBreaks | null)[] = words.map((_, end) => ({ cost: costOf(0, end + 1), starts: [0] }));
  for (let lines = 2; lines <= count; lines += 1) {
    const shorter = breaks;
    breaks = words.map((_, end) => {
      let cheapest: LineBreaks | null = null;
      for (const [last, before] of shorter.slice(0, end).entries()) {
        const cost = before ? before.cost + costOf(last + 1, end + 1) : Number.POSITIVE_INFINITY;
        if (before && (!cheapest || cost < cheapest.cost))
          cheapest = { cost, starts: [...before.starts, last + 1] };
      }
      return cheapest;
    });
  }
  const { cost, starts } = breaks.at(-1) ?? { cost: 0, starts: [0] };
  return { cost: Math.max(0, cost), starts };
}

function endCost(word: string): number {
  if (SMALL_WORD.test(word)) return SMALL_WORD_COST;
  return /[:;,.?!…»]$/u.test(word) ? -PAUSE_GAIN : 0;
}
