import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesBelow } from '#storage/files-below.ts';
import { digestFiles } from '../digest.ts';
import { copySite, PUBLISHING, type SiteCopy } from '../site-copy.ts';

let copy: SiteCopy;
let whole: Record<string, string>;
const cache = () => join(copy.root, 'cache');

beforeAll(() => {
  copy = copySite(['accelerateur-ou-incubateur']);
  // This copy has its own cache, because the test damages it; other copies share the one in `.cache`.
  for (const drawn of ['pictures', 'social-cards'])
    cpSync(resolve(process.env['CACHE_FOLDER'] ?? 'node_modules/.astro', drawn), join(cache(), drawn), {
      recursive: true,
    });
  whole = build();
});
afterAll(() => copy.remove());

/**
 * Publishes the copy.
 *
 * @returns the digests of the published files, by path
 */
function build(): Record<string, string> {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts'], {
    cwd: copy.root,
    encoding: 'utf8',
    env: {
      ...process.env,
      PREVIEW: '',
      ...PUBLISHING,
      PUBLICATION_NOW: '2026-11-24T12:00:00Z',
      ASTRO_TELEMETRY_DISABLED: '1',
      CACHE_FOLDER: cache(),
      BUILD: 'fast',
    },
  });
  expect(status, `${stdout}\n${stderr}`).toBe(0);
  return digestFiles(join(copy.root, 'dist'));
}

/**
 * Damages every file of a folder. `spoil` receives each file and its rank in its folder.
 *
 * @returns the number of damaged files, by kind
 */
function damage(folder: string, spoil: (file: string, rank: number) => void): Record<string, number> {
  const files = filesBelow(folder).filter((path) => !path.endsWith('.pruned'));
  for (const siblings of Object.values(Object.groupBy(files.sort(), dirname)))
    for (const [rank, path] of siblings?.entries() ?? []) spoil(join(folder, path), rank);
  return Object.fromEntries(
    Object.entries(Object.groupBy(files, (path) => path.split('/')[0] ?? '')).map(([kind, all]) => [
      kind,
      all?.length ?? 0,
    ]),
  );
}

const cutByHalf = (file: string) => truncateSync(file, Math.floor(readFileSync(file).length / 2));
const flipOneBit = (file: string) => {
  const bytes = readFileSync(file);
  if (bytes.length === 0) return;
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  writeFileSync(file, bytes);
};

it('a build whose every cached file was cut by half or altered by one bit publishes what it would without', () => {
  // Files damaged in either way are read as missing: tests/unit/storage/checksummed-file.test.ts.
  const spoil = (file: string, rank: number) => (rank % 2 === 0 ? flipOneBit(file) : cutByHalf(file));
  const damaged = damage(cache(), spoil);
  expect(Object.keys(damaged)).toEqual(
    expect.arrayContaining(['pictures', 'social-cards', 'search', 'feeds', 'compressed', 'astro']),
  );
  // Also damages the files of the last build, in the folder where the next build is made.
  const output = damage(join(copy.root, '.cache/build/dist'), spoil);
  expect(Object.keys(output)).toEqual(expect.arrayContaining(['_astro', 'partage', 'pagefind', 'articles']));
  expect(build()).toEqual(whole);
});

it('a build whose pictures alone were cut, in the cache and in the site that is made, publishes them whole', () => {
  for (const kind of ['pictures', 'social-cards', 'compressed']) damage(join(cache(), kind), cutByHalf);
  for (const path of filesBelow(join(copy.root, '.cache/build/dist')))
    if (['.avif', '.webp', '.jpg', '.svg', '.png', '.br', '.gz'].includes(extname(path)))
      cutByHalf(join(copy.root, '.cache/build/dist', path));
  expect(build()).toEqual(whole);
});
