import { slugify } from '#lib/slugs.ts';
import { between, pick, type Random, seeded } from './random.ts';
import { ACTIONS, NAMES, PEOPLE, PLACES, QUALITIES, THINGS } from './words.ts';

/** A part of an article's text, which each engine writes in its own words. */
export type Block =
  | { kind: 'paragraph' | 'heading'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'note'; title: string; text: string }
  | { kind: 'quotation'; author: string; text: string }
  | { kind: 'figure'; value: string; source: string; text: string }
  | { kind: 'timeline'; title: string; steps: { date: string; text: string }[] };

export interface InventedArticle {
  slug: string;
  title: string;
  description: string;
  /** `2019-04-30` */
  day: string;
  category: string;
  tags: string[];
  /** Who signs it. */
  author: Author;
  /** Which of the drawn covers stands above it. */
  cover: number;
  blocks: Block[];
}

export interface Author {
  slug: string;
  name: string;
}

/** What invented articles are about. */
export interface Lists {
  categories: readonly string[];
  tags: readonly string[];
}

const FIRST_DAY = Date.UTC(2015, 0, 5);
/** Until the autumn of 2026, however many articles there are. */
const DAYS = 4300;
const DAY = 86_400_000;
/** As many as a magazine's covers would be were they few: pictures are not what is measured. */
const COVERS = 8;
/** As many as sign in a magazine of thousands of articles; the first ones more often. */
const SIGNATURES = 40;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const person = (random: Random) => `${pick(random, PEOPLE)} ${pick(random, NAMES)}`;
const thing = (random: Random) =>
  `${pick(random, ['le', 'un', 'ce', 'chaque'])} ${pick(random, THINGS, 1.4)} ${pick(random, QUALITIES)}`;

function sentence(random: Random): string {
  const forms = [
    () => `${thing(random)} ${pick(random, ACTIONS)} ${thing(random)} à ${pick(random, PLACES)}`,
    () =>
      `selon ${person(random)}, ${thing(random)} ${pick(random, ACTIONS)} ${thing(random)} depuis ${between(random, 1950, 2025)}`,
    () =>
      `à ${pick(random, PLACES)}, "${thing(random)}" coûte ${between(random, 2, 90)} % de plus que ${thing(random)}`,
    () =>
      `sans ${thing(random)}, qui ${pick(random, ACTIONS)} ${thing(random)}, rien ne bouge : c'est ${thing(random)} qui manque`,
  ];
  return `${capital(pick(random, forms)())}.`;
}

function paragraph(random: Random, sentences: number, link: string): string {
  const written = Array.from({ length: sentences }, () => sentence(random));
  const marks = [
    `On l'a lu [dans un autre article](${link}).`,
    `C'est **${thing(random)}** qui le dit.`,
    `Le mot juste est *${pick(random, THINGS)}*.`,
  ];
  return [...written, pick(random, marks)].join(' ');
}

/** Who signs invented articles. */
export const authors: readonly Author[] = Array.from({ length: SIGNATURES }, (_, rank) => {
  const name = `${PEOPLE[rank % PEOPLE.length]} ${NAMES[rank % NAMES.length]}`;
  return { slug: slugify(name), name };
});

const titleOf = (index: number): string => {
  const random = seeded(index * 7 + 1);
  return capital(
    `${thing(random)} ${pick(random, ['contre', 'avec', 'sans', 'après', 'face à'])} ${thing(random)}`,
  );
};

/** The address of an article, which its neighbours need before it is written. */
export const slugOf = (index: number): string => `${slugify(titleOf(index))}-${index}`;

/**
 * Invents an article: always the same for a rank, whatever is asked of the others.
 *
 * @param total how many there are, among which its links lead
 */
export function inventArticle(index: number, total: number, { categories, tags }: Lists): InventedArticle {
  const random = seeded(index * 11 + 3);
  const link = () => `/articles/${slugOf(Math.floor(random() * total))}/`;
  const carried = new Set(Array.from({ length: between(random, 3, 5) }, () => pick(random, tags, 1.6)));
  const blocks: Block[] = [{ kind: 'paragraph', text: paragraph(random, 4, link()) }];
  const special = index % 3 === 0 ? components(random) : [];
  for (let part = 0; part < 4; part += 1) {
    blocks.push({ kind: 'heading', text: `${capital(thing(random))}, partie ${part + 1}` });
    blocks.push({ kind: 'paragraph', text: paragraph(random, 5, link()) });
    const extra = special[part];
    if (extra) blocks.push(extra);
    else if (part === 1)
      blocks.push({ kind: 'list', items: Array.from({ length: 4 }, () => sentence(random)) });
    blocks.push({ kind: 'paragraph', text: paragraph(random, 5, link()) });
  }
  return {
    slug: slugOf(index),
    title: titleOf(index),
    description: `${sentence(random)} ${sentence(random)}`.slice(0, 300),
    day: new Date(FIRST_DAY + Math.floor(index * Math.min(0.43, DAYS / total)) * DAY)
      .toISOString()
      .slice(0, 10),
    category: pick(random, categories, 1.3),
    tags: [...carried],
    author: pick(seeded(index * 13 + 5), authors, 1.3),
    cover: index % COVERS,
    blocks,
  };
}

function components(random: Random): Block[] {
  return [
    { kind: 'note', title: capital(thing(random)), text: `${sentence(random)} ${sentence(random)}` },
    { kind: 'quotation', author: person(random), text: sentence(random) },
    { kind: 'figure', value: `${between(random, 2, 99)} %`, source: person(random), text: sentence(random) },
    {
      kind: 'timeline',
      title: capital(thing(random)),
      steps: [1966, 1989, 2014].map((year) => ({
        date: String(year + between(random, 0, 8)),
        text: sentence(random),
      })),
    },
  ];
}
