import { pick, type Random, seeded } from './random.ts';
import { ACTIONS, PLACES, QUALITIES, THINGS } from './words.ts';

const SEED = 11;
/** Number of questions of each kind. */
const EACH = 5;

const thing = (random: Random) => pick(random, THINGS);
const long = (random: Random) =>
  pick(
    random,
    THINGS.filter((word) => word.length >= 7),
  );
const quality = (random: Random) => pick(random, QUALITIES);
const action = (random: Random) => pick(random, ACTIONS);

const KINDS: Readonly<Record<string, (random: Random) => string>> = {
  'one word': (random) => pick(random, [thing, quality, action])(random),
  'two words': (random) => `${thing(random)} ${quality(random)}`,
  sentence: (random) =>
    `comment le ${thing(random)} ${quality(random)} ${action(random)} un ${thing(random)} à ${pick(random, PLACES)} ?`,
  misspelt: (random) => long(random).replace(/(?<=^...)./u, ''),
  'quoted, short': (random) => `« ${pick(random, ['le', 'un', 'ce', 'chaque'])} ${thing(random)} »`,
  'quoted, long': (random) => `« ${thing(random)} ${quality(random)} ${action(random)} le ${thing(random)} »`,
  absent: (random) =>
    pick(random, ['zibeline', 'hydrogène', 'qwxkz', 'harmonica', 'tapioca']) +
    pick(random, ['', ' bleu', ' de Bohême']),
};

/** Questions to an invented magazine, by kind: the same at each call. */
export function inventQuestions(each = EACH): Map<string, string[]> {
  const random = seeded(SEED);
  return new Map(
    Object.entries(KINDS).map(([kind, make]) => [kind, Array.from({ length: each }, () => make(random))]),
  );
}
