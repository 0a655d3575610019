import { type Hex, mix } from './contrast.ts';

/** The tones of one theme. */
export interface Tones {
  /** The background of pages. */
  paper: Hex;
  /** Headlines and text. */
  ink: Hex;
  /** Secondary text. */
  soft: Hex;
  /** The lead of an article. */
  lead: Hex;
  /** Rules between parts. */
  line: Hex;
  /** The background of pills and blocks. */
  card: Hex;
  /** The border of controls. */
  border: Hex;
  /** Secondary text on the background of a section. */
  note: Hex;
}

/** The colour of a section, in both themes, and the background of its blocks. */
export interface Accent {
  name: string;
  light: Hex;
  dark: Hex;
  lightGround: Hex;
  darkGround: Hex;
}

/** All colours of a magazine. */
export interface Palette {
  light: Tones;
  dark: Tones;
  /** The colour of the full stop after the name of the magazine, and of similar decorations. */
  dot: Hex;
  /** The colours that sections choose from. Pages without a section use the first one. */
  accents: readonly [Accent, ...Accent[]];
}

type Given<Fields, Required extends keyof Fields> = Pick<Fields, Required> & {
  [Name in keyof Fields]?: Fields[Name] | undefined;
};

/** The colours that editors choose; the missing ones are mixed from these. */
export interface GivenColours {
  light: Given<Tones, 'paper' | 'ink'>;
  dark: Given<Tones, 'paper' | 'ink'>;
  dot: Hex;
  accents: readonly Given<Accent, 'name' | 'light' | 'dark'>[];
}

/** The colours of a magazine that chooses none. */
const NEUTRAL_COLOURS: GivenColours = {
  light: { paper: '#ffffff', ink: '#1a1a1a' },
  dark: { paper: '#161616', ink: '#ededed' },
  dot: '#6b6b6b',
  accents: [
    { name: 'bleu', light: '#22508f', dark: '#9bc0f2' },
    { name: 'vert', light: '#2b6440', dark: '#8fd0a6' },
    { name: 'rouge', light: '#9c2f3a', dark: '#f2a3aa' },
  ],
};

/** The colour of error messages in forms, on the background of each theme. */
export const ERROR = { light: '#b32a0d', dark: '#ff9d7a' } as const;

/** For each tone that editors do not choose, the share of paper colour mixed into the ink. */
const PAPER_IN_INK = { soft: 0.3, lead: 0.14, line: 0.86, card: 0.96, border: 0.5, note: 0.22 } as const;
/** The share of paper colour in the background of a section's blocks. */
const PAPER_IN_GROUND = 0.88;

/** Completes the colours that editors give. */
export function paletteOf({ light, dark, dot, accents }: GivenColours = NEUTRAL_COLOURS): Palette {
  const completed = accents.map(({ name, ...accent }) => ({
    name,
    light: accent.light,
    dark: accent.dark,
    lightGround: accent.lightGround ?? mix(accent.light, light.paper, PAPER_IN_GROUND),
    darkGround: accent.darkGround ?? mix(accent.dark, dark.paper, PAPER_IN_GROUND),
  }));
  const [first, ...others] = completed;
  if (!first) throw new Error('A palette needs an accent');
  return { light: tonesOf(light), dark: tonesOf(dark), dot, accents: [first, ...others] };
}

function tonesOf({ paper, ink, ...given }: GivenColours['light']): Tones {
  const tone = (name: keyof typeof PAPER_IN_INK) => given[name] ?? mix(ink, paper, PAPER_IN_INK[name]);
  return {
    paper,
    ink,
    soft: tone('soft'),
    lead: tone('lead'),
    line: tone('line'),
    card: tone('card'),
    border: tone('border'),
    note: tone('note'),
  };
}

/** Returns the accent with this name, or the first of the palette when there is none. */
export function accentOf({ accents }: Palette, name: string | null): Accent {
  return accents.find((accent) => accent.name === name) ?? accents[0];
}

/** The custom properties of a palette, for `:root`. */
export function paletteProperties({ light, dark, dot }: Palette): string {
  const tones = (Object.keys(light) as (keyof Tones)[]).map((name) => both(name, light[name], dark[name]));
  return [...tones, both('error', ERROR.light, ERROR.dark), `--dot:${dot}`].join(';');
}

/** The style sheet of a palette: the tones, and the colour of each section. */
export function paletteStyle(palette: Palette): string {
  const [first] = palette.accents;
  const rules = palette.accents.map((accent) => `[data-accent=${accent.name}]{${accentProperties(accent)}}`);
  return `@layer tokens{:root{${paletteProperties(palette)};${accentProperties(first)}}${rules.join('')}}`;
}

const both = (name: string, light: Hex, dark: Hex) => `--${name}:light-dark(${light},${dark})`;

function accentProperties({ light, dark, lightGround, darkGround }: Accent): string {
  return `${both('accent', light, dark)};${both('accent-paper', lightGround, darkGround)}`;
}
