/** Where something may be found in a text: at a sign of the second list right after one of the first. */
export interface Place {
  before: string;
  after: string;
  /** Whether a space stands between the two. */
  apart: boolean;
}

/** Whatever sign it is, or none. */
export const ANY = '';

/** The space that breaks, and those that do not. */
export const SPACES = ' \u00A0\u202F';

/** At a sign of `after` that follows one of `before` at once. */
export const next = (before: string, after: string): Place => ({ before, after, apart: false });
/** At a sign of `after` with one space between it and one of `before`. */
export const apart = (before: string, after: string): Place => ({ before, after, apart: true });

/** Stands for all signs with a higher code, and for what is before a text. */
const OTHER = 0x2100;
/** Those of a number that are not its sign. */
const MOST_LISTS = 31;

/**
 * Finds out in one reading of a text which lists of places have any in it, where to seek one after the other takes much
 * longer.
 *
 * @param lists 31 at most, of signs with codes under 0x2100
 * @returns what gives a number whose bits, from the lowest, stand for the lists
 */
export function placeFinder(lists: readonly (readonly Place[])[]): (text: string) => number {
  if (lists.length > MOST_LISTS)
    throw new Error(`${lists.length} lists of places: the most is ${MOST_LISTS}`);
  const [before, after] = [bitsOf(lists, 'before', false), bitsOf(lists, 'after', false)];
  const [apartBefore, apartAfter] = [bitsOf(lists, 'before', true), bitsOf(lists, 'after', true)];
  return (text) => {
    let found = 0;
    let last = OTHER;
    /** Of a space, what the sign before it is the first half of. */
    let open = 0;
    for (let at = 0; at < text.length; at += 1) {
      const sign = Math.min(text.charCodeAt(at), OTHER);
      found |= ((before[last] ?? 0) & (after[sign] ?? 0)) | (open & (apartAfter[sign] ?? 0));
      open = sign === 0x20 || sign === 0xa0 || sign === 0x202f ? (apartBefore[last] ?? 0) : 0;
      last = sign;
    }
    return found;
  };
}

/** By the code of each sign, the lists with a place that has it there. */
function bitsOf(
  lists: readonly (readonly Place[])[],
  half: 'before' | 'after',
  isApart: boolean,
): Int32Array {
  const bits = new Int32Array(OTHER + 1);
  lists.forEach((places, list) => {
    for (const place of places.filter(({ apart: stands }) => stands === isApart)) {
      const codes = place[half] === ANY ? bits.keys() : Array.from(place[half], (sign) => sign.charCodeAt(0));
      for (const code of codes) bits[code] = (bits[code] ?? 0) | (1 << list);
    }
  });
  return bits;
}
