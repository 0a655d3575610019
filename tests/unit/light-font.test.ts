import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, type Font } from 'fontkitten';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { lightFont } from '../../src/light-font.ts';

const SPECTRAL = 'node_modules/@fontsource/spectral/files/spectral-latin-400-normal.woff2';
const BRICOLAGE =
  'node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2';
const cache = mkdtempSync(join(tmpdir(), 'fonts-'));
vi.stubEnv('CACHE_FOLDER', cache);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});
const open = (file: string) => create(readFileSync(file)) as Font;

describe('a light font', () => {
  it('has every character of the font, with its width, in fewer bytes', async () => {
    const light = await lightFont('.', SPECTRAL);
    const [before, after] = [open(SPECTRAL), open(light)];
    expect(after.characterSet).toEqual(before.characterSet);
    const widths = (font: Font) => font.characterSet.map((code) => font.glyphForCodePoint(code).advanceWidth);
    expect(widths(after)).toEqual(widths(before));
    expect(readFileSync(light).length).toBeLessThan(0.6 * readFileSync(SPECTRAL).length);
  });

  it('has no stylistic alternates', async () => {
    expect(open(await lightFont('.', SPECTRAL)).numGlyphs).toBeLessThan(open(SPECTRAL).numGlyphs);
  });

  it('varies between the weights that are kept', async () => {
    const { variationAxes } = open(await lightFont('.', BRICOLAGE, [400, 800]));
    expect(variationAxes['wght']).toMatchObject({ min: 400, max: 800 });
  });
});
