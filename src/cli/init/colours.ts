import { type Hex, mix, readableOn } from '#lib/contrast.ts';
import { removeDiacritics } from '#lib/diacritics.ts';

/** Colours from which an editor chooses for a new magazine. */
export const COLOURS: Readonly<Record<string, Hex>> = {
  pétrole: '#1b5e6b',
  brique: '#a33b20',
  prune: '#7a2e5d',
  olive: '#5b6413',
  indigo: '#3b3f8f',
  ardoise: '#3f5166',
};
export const DEFAULT_COLOUR = 'pétrole';

const LIGHT = { paper: '#fcfcfb', ink: '#1c1d20' };
const DARK = { paper: '#191a1d', ink: '#efeeec' };
/**
 * Contrast of the accents: more than the check requires, because they are also shown on backgrounds mixed from them.
 */
const CONTRAST = { light: 6, dark: 8 };
const ACCENTS = 3;

/** Returns the colour with this name, with or without accents, or written as `#rrggbb`; `null` for anything else. */
export function hexOf(written: string): Hex | null {
  const plain = (word: string) => removeDiacritics(word).toLowerCase();
  const name = Object.keys(COLOURS).find((known) => plain(known) === plain(written));
  return COLOURS[name ?? ''] ?? (/^#[\da-f]{6}$/iu.test(written) ? written.toLowerCase() : null);
}

/** Returns the colours of a magazine for content/site.yaml, with the chosen one first. */
export function coloursAround(chosen: Hex) {
  const named = Object.entries(COLOURS).map(([name, hex]) => ({ name: removeDiacritics(name), hex }));
  const first = named.find(({ hex }) => hex === chosen) ?? { name: 'maison', hex: chosen };
  const accents = [first, ...named.filter(({ hex }) => hex !== chosen)].slice(0, ACCENTS);
  return {
    dot: chosen,
    light: LIGHT,
    dark: DARK,
    accents: accents.map(({ name, hex }) => ({
      name,
      light: readableOn(LIGHT.paper, hex, CONTRAST.light) ?? LIGHT.ink,
      dark: readableOn(DARK.paper, hex, CONTRAST.dark) ?? DARK.ink,
    })),
  };
}

/** The tones of the sample drawings. */
export interface DrawingTones {
  ground: Hex;
  paper: Hex;
  ink: Hex;
  pale: Hex;
  colour: Hex;
}

export function drawingTones(colour: Hex): DrawingTones {
  const { paper, ink } = LIGHT;
  return { ground: mix(colour, paper, 0.84), paper, ink, pale: mix(colour, paper, 0.55), colour };
}
