import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Palette, paletteOf } from '#lib/palette.ts';
import { DEFAULT_FONTS, type FontChoice } from '#lib/packaged-fonts.ts';
import { digestOf } from '#storage/digest.ts';
import { readSetting } from './content-file.ts';

/** The folder of the magazine's own drawings. */
export const DRAWINGS_FOLDER = 'content/site';

/** A drawing of content/site/. */
export interface SiteDrawing {
  /** Path from the project's folder. */
  file: string;
  svg: string;
  digest: string;
}

/** Reads a drawing of content/site/; `null` without one. The content check has reported a missing file. */
export function readSiteDrawing(root: string, name: string | undefined): SiteDrawing | null {
  const file = `${DRAWINGS_FOLDER}/${name ?? ''}`;
  if (name === undefined || !existsSync(join(root, file))) return null;
  const svg = readFileSync(join(root, file), 'utf8');
  return { file, svg, digest: digestOf(svg) };
}

/** The palette of the magazine; the default palette while content/site.yaml has errors. */
export function readPalette(root: string): Palette {
  try {
    return paletteOf(readSetting(root, 'colours'));
  } catch {
    return paletteOf();
  }
}

/** The fonts of the magazine; the default ones while content/site.yaml has errors. */
export function readFonts(root: string): FontChoice {
  try {
    return { ...DEFAULT_FONTS, ...readSetting(root, 'fonts') };
  } catch {
    return DEFAULT_FONTS;
  }
}

/** The icon of the magazine as SVG: its drawing, or the dot of its wordmark in the colours of its pages. */
export function readIcon(root: string): string {
  const drawing = readSiteDrawing(root, readSetting(root, 'icon'));
  return drawing?.svg ?? defaultIcon(readPalette(root));
}

function defaultIcon(palette: Palette): string {
  const { light, dot } = palette;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">',
    `<rect width="64" height="64" rx="12" fill="${light.ink}"/>`,
    `<circle cx="32" cy="32" r="15" fill="${dot}"/></svg>`,
  ].join('');
}
