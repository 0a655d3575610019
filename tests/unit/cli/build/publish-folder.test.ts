import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mendPlace, publishFolder } from '#cli/build/publish-folder.ts';

let root: string;
let served: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'publish-'));
  served = join(root, 'dist');
});
afterEach(() => rmSync(root, { recursive: true }));

/** A folder with these files, made anew or written over. */
function site(files: Record<string, string>): string {
  const folder = join(root, 'finished');
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
const inode = (path: string) => statSync(path).ino;
const names = () => readdirSync(served, { recursive: true, encoding: 'utf8' }).sort();

it('a page that has not changed is the same file as before, and none is shared with the folder builds write in', async () => {
  expect(
    await publishFolder(site({ 'index.html': 'one', 'a/index.html': 'a', 'gone.html': 'x' }), served),
  ).toEqual({
    kept: 0,
    written: 3,
  });
  const before = inode(join(served, 'a/index.html'));
  const finished = site({ 'index.html': 'two', 'a/index.html': 'a', 'b/index.html': 'b' });
  expect(await publishFolder(finished, served)).toEqual({ kept: 1, written: 2 });
  expect(inode(join(served, 'a/index.html'))).toBe(before);
  for (const page of ['index.html', 'a/index.html', 'b/index.html'])
    expect(inode(join(served, page))).not.toBe(inode(join(finished, page)));
  expect(names()).toEqual(['a', 'a/index.html', 'b', 'b/index.html', 'index.html']);
  writeFileSync(join(finished, 'index.html'), 'spoilt');
  expect(readFileSync(join(served, 'index.html'), 'utf8')).toBe('two');
});

it('the site before stays beside, and those before it go', async () => {
  for (const text of ['one', 'two', 'three']) await publishFolder(site({ 'index.html': text }), served);
  expect(readdirSync(join(root, '.dist'))).toEqual(['2', '3']);
});

it('a folder that an older build or a host left is taken for the site before', async () => {
  mkdirSync(served);
  writeFileSync(join(served, 'index.html'), 'old');
  await publishFolder(site({ 'index.html': 'old', 'new.html': 'n' }), served);
  expect(lstatSync(served).isSymbolicLink()).toBe(true);
  expect(readdirSync(join(root, '.dist'))).toEqual(['1', '2']);
  expect(names()).toEqual(['index.html', 'new.html']);
});

it('a link that was lost leads again to the last whole site, and half a site goes', async () => {
  await publishFolder(site({ 'index.html': 'one' }), served);
  rmSync(served);
  mkdirSync(join(root, '.dist/2.partial'));
  await mendPlace(served);
  expect(readFileSync(join(served, 'index.html'), 'utf8')).toBe('one');
  expect(readdirSync(join(root, '.dist'))).toEqual(['1']);
});

it('a link of somebody else’s is left alone', async () => {
  symlinkSync('elsewhere', served);
  await expect(publishFolder(site({ 'index.html': 'one' }), served)).rejects.toThrow('--outDir');
  expect(lstatSync(served).isSymbolicLink()).toBe(true);
});
