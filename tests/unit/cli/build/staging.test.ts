import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { begin, finish, stagingOf } from '#cli/build/staging.ts';

let root: string;
let cache: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'staging-'));
  cache = join(root, '.cache');
  mkdirSync(join(cache, 'assets'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** Writes a file as long ago as wished, in seconds. */
function write(path: string, age: number): void {
  const file = join(cache, path);
  writeFileSync(file, 'drawn');
  const then = Date.now() / 1000 - age;
  utimesSync(file, then, then);
}

it('what a build that ended has kept is there for the next', () => {
  const staging = stagingOf(root, 'dist');
  begin(staging, [cache]);
  mkdirSync(staging.folder);
  write('assets/new.avif', -1);
  write('incremental-build.json', -1);
  finish(staging);
  begin(staging, [cache]);
  expect(existsSync(staging.folder)).toBe(true);
  expect(readdirSync(cache).sort()).toEqual(['assets', 'build', 'incremental-build.json']);
  expect(readdirSync(join(cache, 'assets'))).toEqual(['new.avif']);
});

it('what a build that was killed has written is forgotten, and nothing else', () => {
  const staging = stagingOf(root, 'dist');
  write('assets/old.avif', 60);
  write('incremental-build.json', 60);
  begin(staging, [cache]);
  mkdirSync(staging.folder);
  write('assets/new.avif', -1);
  begin(staging, [cache]);
  expect(existsSync(staging.folder)).toBe(false);
  expect(readdirSync(cache).sort()).toEqual(['assets', 'build']);
  expect(readdirSync(join(cache, 'assets'))).toEqual(['old.avif']);
  // The new build is under way: were it killed in turn, the next would know.
  expect(existsSync(staging.mark)).toBe(true);
});
