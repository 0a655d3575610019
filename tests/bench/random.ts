/** Numbers between 0 and 1 that look random, always the same for a seed. */
export type Random = () => number;

/** Makes such a series: a linear congruence of 32 bits whose high bits are kept. */
export function seeded(seed: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
  };
  // Seeds that follow each other begin alike.
  next();
  next();
  return next;
}

/** One of a list; the first ones more often when `bias` is over 1. */
export function pick<Item>(random: Random, items: readonly Item[], bias = 1): Item {
  const item = items[Math.floor(items.length * random() ** bias)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

/** A whole number from `least` to `most`, both included. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}
