import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describePicture, keepDescriptions, namesOfFiles } from '#content/pictures.ts';
import { stampOf } from '#content/seen-files.ts';

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

const stamp = () => stampOf(statSync(join(root, FILE)));

describe('what names the bytes of a file', () => {
  it('is its stamp, as long as no build has described it', () => {
    expect(namesOfFiles(root)(FILE, stamp())).toBe(stamp());
    expect(namesOfFiles(root)('content/site.yaml', '1 2')).toBe('1 2');
  });

  it('is then the digest of the picture, whenever it was written', async () => {
    const { digest, width, height } = await describePicture(root, FILE);
    keepDescriptions(root, 'keep');
    expect([width, height]).toEqual([40, 20]);
    expect(namesOfFiles(root)(FILE, stamp())).toBe(digest);
    utimesSync(join(root, FILE), 1000, 1000);
    expect(namesOfFiles(root)(FILE, stamp())).toBe(digest);
    writeFileSync(join(root, FILE), await draw('blue'));
    const name = namesOfFiles(root)(FILE, stamp());
    expect(name).toMatch(/^[0-9a-f]{10}$/u);
    expect(name).not.toBe(digest);
  });
});
