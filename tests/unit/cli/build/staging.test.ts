import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { begin, finish, type Staging, stagingOf } from '#cli/build/staging.ts';
import { DAMAGES } from '../../content/damages.ts';

/** What Astro caches, and what is ours. */
const ASTRO = ['incremental-build.json', 'data-store.json', 'fonts/a.woff2', 'dist/articles/a/index.html'];
const OURS = ['articles.table', 'pictures/a.avif.entry'];

let root: string;
let cache: string;
let staging: Staging;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'staging-'));
  cache = join(root, 'cache');
  staging = stagingOf(root, 'dist');
});
afterEach(() => rmSync(root, { recursive: true }));

/** A build that ends, and caches these files. */
function buildOnce(): void {
  begin(staging, cache);
  mkdirSync(staging.folder, { recursive: true });
  for (const path of [...ASTRO, ...OURS]) {
    mkdirSync(dirname(join(cache, path)), { recursive: true });
    writeFileSync(join(cache, path), `what is cached in ${path}`);
  }
  finish(staging, cache);
}
const left = () => [...ASTRO, ...OURS].filter((path) => existsSync(join(cache, path)));

it('what a build that ended has cached is there for the next', () => {
  buildOnce();
  begin(staging, cache);
  expect(existsSync(staging.folder)).toBe(true);
  expect(left()).toEqual([...ASTRO, ...OURS]);
});

it('what a build that was killed has made is forgotten, but for what is checked when it is read', () => {
  buildOnce();
  begin(staging, cache);
  begin(staging, cache);
  expect(existsSync(staging.folder)).toBe(false);
  expect(left()).toEqual(OURS);
  // The new build is under way: were it killed in turn, the next would know.
  expect(existsSync(staging.mark)).toBe(true);
});

it.each(ASTRO.flatMap((path) => DAMAGES.map(([name, damage]) => [path, name, damage] as const)))(
  '%s, which Astro would take as it finds it, is removed when it was %s',
  (path, _, damage) => {
    buildOnce();
    damage(join(cache, path));
    begin(staging, cache);
    // Astro's notes speak of the copies.
    const gone = path.startsWith('dist/') ? [path, 'incremental-build.json'] : [path];
    expect(left()).toEqual([...ASTRO, ...OURS].filter((one) => !gone.includes(one)));
  },
);

it.each(DAMAGES)('nothing of Astro’s cache is used when the list of what it held was %s', (_, damage) => {
  buildOnce();
  damage(join(cache, 'astro-cache.manifest'));
  begin(staging, cache);
  expect(left()).toEqual(OURS);
});
