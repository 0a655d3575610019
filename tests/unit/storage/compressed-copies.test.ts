import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { compressFolder } from '#storage/compressed-copies.ts';

const LONG = 'Une phrase assez longue. '.repeat(60);

let root: string;
const file = (name: string) => join(root, 'dist', name);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'compressed-'));
  vi.stubEnv('CACHE_FOLDER', join(root, 'cache'));
  mkdirSync(join(root, 'dist'));
  writeFileSync(file('long.html'), LONG);
  writeFileSync(file('short.html'), 'Court.');
  writeFileSync(file('picture.avif'), LONG);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

const compress = () => compressFolder(root, join(root, 'dist'));

it('compresses the texts that are worth it, by brotli and gzip', async () => {
  expect(await compress()).toBe(1);
  expect(brotliDecompressSync(readFileSync(file('long.html.br'))).toString()).toBe(LONG);
  expect(gunzipSync(readFileSync(file('long.html.gz'))).toString()).toBe(LONG);
  for (const name of ['short.html.br', 'picture.avif.br']) expect(existsSync(file(name))).toBe(false);
});

it('leaves what is compressed of a text that has not changed', async () => {
  await compress();
  const before = statSync(file('long.html.br')).mtimeMs;
  expect(await compress()).toBe(0);
  expect(statSync(file('long.html.br')).mtimeMs).toBe(before);
});

it('compresses again a text that changed, or of which a compressed file is missing', async () => {
  await compress();
  writeFileSync(file('long.html'), `${LONG}!`);
  expect(await compress()).toBe(1);
  expect(brotliDecompressSync(readFileSync(file('long.html.br'))).toString()).toBe(`${LONG}!`);
  rmSync(file('long.html.gz'));
  expect(await compress()).toBe(1);
  expect(existsSync(file('long.html.gz'))).toBe(true);
});

it('removes what was compressed of a text that became short', async () => {
  await compress();
  writeFileSync(file('long.html'), 'Court.');
  await compress();
  for (const end of ['.br', '.gz']) expect(existsSync(file(`long.html${end}`))).toBe(false);
});
