import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkitten';
import subsetFont from 'subset-font';
import { writeAtomically } from '#storage/atomic-write.ts';
import { cachedBytes } from '#storage/content-cache.ts';
import { digestOf } from '#storage/digest.ts';

/** Kerning, ligatures, accents and tabular digits. Small capitals and stylistic alternates are unused. */
const FEATURES = ['kern', 'liga', 'clig', 'calt', 'ccmp', 'locl', 'rlig', 'mark', 'mkmk', 'tnum'];

/** Astro names a font after the paths of its files: a folder that no setting moves gives all builds the same names. */
const FOLDER = './.cache/fonts';

/**
 * Removes from a font what no page uses: alternates, weights, and hinting, which screens of today ignore or smooth. All
 * characters stay. A font file becomes a tenth to a half smaller.
 *
 * @param root the project's folder
 * @param file path of a WOFF2 file, from the root
 * @param weights the weights of a variable font to keep, lightest and heaviest
 * @returns the path of the light font, from the root
 */
export async function lightFont(
  root: string,
  file: string,
  weights?: readonly [min: number, max: number],
): Promise<string> {
  const font = readFileSync(join(root, file));
  const options = {
    targetFormat: 'woff2' as const,
    noHinting: true,
    keepFeatures: FEATURES,
    ...(weights && { variationAxes: { wght: { min: weights[0], max: weights[1] } } }),
  };
  const name = digestOf(font, JSON.stringify(options));
  const light = await cachedBytes(root, 'fonts', name, async () => {
    const parsed = create(font);
    const characters = parsed.isCollection ? [] : parsed.characterSet;
    return subsetFont(font, String.fromCodePoint(...characters), options);
  });
  const path = `${FOLDER}/${name}.woff2`;
  writeAtomically(join(root, path), light);
  return path;
}
