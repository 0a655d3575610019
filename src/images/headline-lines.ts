/** A word of a headline and its width, in ems. */
export interface Word {
  text: string;
  width: number;
}

/** The room for a headline, in pixels. */
export interface HeadlineRoom {
  width: number;
  height: number;
  /** Height of a line, in ems. */
  lineHeight: number;
  mostLines: number;
  /** The largest type that still looks like a headline. */
  mostSize: number;
}

export interface SetHeadline {
  /** In whole pixels. */
  size: number;
  lines: string[];
}

interface Cut {
  /** How badly the lines read and how uneven they are; a headline without a fault costs 0. */
  cost: number;
  /** Index of each line's first word. */
  starts: number[];
}

/** Words that lean on the next one: a line that ends with one reads badly. */
const LEANING =
  /^(?:[\p{L}\p{N}]{1,3},?|avec|cette|chez|dans|leurs?|mais|pour|sans|sous|vers|\p{L}+’une?)$/iu;
const LEANING_COST = 0.3;
const PAUSE_GAIN = 0.04;
/** How much a bad cut weighs against large type. */
const COST_WEIGHT = 1.5;

/**
 * Sets a headline as large as its room allows, in lines of even width, cut where it is read with a pause.
 *
 * @param space the width of a space, in ems
 */
export function setHeadline(words: readonly Word[], space: number, room: HeadlineRoom): SetHeadline {
  const widthOf = (line: readonly Word[]) =>
    line.reduce((sum, { width }) => sum + width, 0) + space * (line.length - 1);
  let best = { size: 0, lines: [words.map(({ text }) => text).join(' ')], worth: 0 };
  for (let count = 1; count <= Math.min(room.mostLines, words.length); count += 1) {
    const { cost, starts } = cutWords(words, count, widthOf);
    const lines = starts.map((start, line) => words.slice(start, starts[line + 1]));
    const widest = Math.max(...lines.map(widthOf));
    const size = Math.floor(
      Math.min(room.mostSize, room.width / widest, room.height / (count * room.lineHeight)),
    );
    const worth = size / (1 + COST_WEIGHT * cost);
    if (worth > best.worth)
      best = { size, worth, lines: lines.map((line) => line.map(({ text }) => text).join(' ')) };
  }
  return { size: best.size, lines: best.lines };
}

/** The cheapest cut into so many lines, of all there are. */
function cutWords(words: readonly Word[], count: number, widthOf: (line: readonly Word[]) => number): Cut {
  const ideal = widthOf(words) / count;
  const costOf = (from: number, to: number) =>
    (widthOf(words.slice(from, to)) / ideal - 1) ** 2 +
    (to < words.length ? endCost(words[to - 1]?.text ?? '') : 0);
  // cuts[n]: the cheapest cut of the words up to the n-th, in the lines counted so far.
  let cuts: (Cut | null)[] = words.map((_, end) => ({ cost: costOf(0, end + 1), starts: [0] }));
  for (let lines = 2; lines <= count; lines += 1) {
    const shorter = cuts;
    cuts = words.map((_, end) => {
      let cheapest: Cut | null = null;
      for (const [last, cut] of shorter.slice(0, end).entries()) {
        const cost = cut ? cut.cost + costOf(last + 1, end + 1) : Number.POSITIVE_INFINITY;
        if (cut && (!cheapest || cost < cheapest.cost))
          cheapest = { cost, starts: [...cut.starts, last + 1] };
      }
      return cheapest;
    });
  }
  const { cost, starts } = cuts.at(-1) ?? { cost: 0, starts: [0] };
  return { cost: Math.max(0, cost), starts };
}

function endCost(word: string): number {
  if (LEANING.test(word)) return LEANING_COST;
  return /[:;,.?!…»]$/u.test(word) ? -PAUSE_GAIN : 0;
}
