/** A colour as `#rrggbb`. */
export type Hex = string;

type Channels = readonly [red: number, green: number, blue: number];

/** Number of mixtures with black or white that are tried to reach a contrast. */
const STEPS = 100;

function channelsOf(colour: Hex): Channels {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Mixes two colours, channel by channel. @param part of the second colour, from 0 to 1 */
export function mix(first: Hex, second: Hex, part: number): Hex {
  const [from, to] = [channelsOf(first), channelsOf(second)];
  const mixed = from.map((value, index) => Math.round(value + ((to[index] ?? 0) - value) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The relative luminance of a colour, from 0 to 1 (WCAG 2.2). */
function luminance(colour: Hex): number {
  const [red, green, blue] = channelsOf(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of two colours, from 1 to 21 (WCAG 2.2). */
export function contrast(first: Hex, second: Hex): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * Mixes a colour with black or white until it has this contrast on a background, and no further: darker on a light
 * background, lighter on a dark one. Returns `null` when even black or white has less contrast.
 */
export function readableOn(background: Hex, colour: Hex, ratio: number): Hex | null {
  const end = contrast(background, '#000000') > contrast(background, '#ffffff') ? '#000000' : '#ffffff';
  for (let step = 0; step <= STEPS; step += 1) {
    const candidate = mix(colour, end, step / STEPS);
    if (contrast(background, candidate) >= ratio) return candidate;
  }
  return null;
}
