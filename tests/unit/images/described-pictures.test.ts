import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describePicture, keepDescriptions, reopenDescriptions } from '#images/described-pictures.ts';

const FILE = 'content/articles/un/couverture.png';
const draw = (background: string) =>
  sharp({ create: { width: 40, height: 20, channels: 3, background } })
    .png()
    .toBuffer();

let root: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'pictures-'));
  vi.stubEnv('CACHE_FOLDER', join(root, 'cache'));
  mkdirSync(join(root, 'content/articles/un'), { recursive: true });
  writeFileSync(join(root, FILE), await draw('red'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

describe('the description of a picture', () => {
  it('is the same in the next build, whenever the file was written, until its bytes change', async () => {
    const first = await describePicture(root, FILE);
    expect([first.width, first.height]).toEqual([40, 20]);
    keepDescriptions(root, 'keep');
    reopenDescriptions(root);
    expect(await describePicture(root, FILE)).toEqual(first);
    utimesSync(join(root, FILE), 1000, 1000);
    expect(await describePicture(root, FILE)).toEqual(first);
    writeFileSync(join(root, FILE), await draw('blue'));
    expect((await describePicture(root, FILE)).digest).not.toBe(first.digest);
  });
});
