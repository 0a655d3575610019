import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { repairPublication, publishFolder } from '#cli/build/publish-folder.ts';

let root: string;
let served: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'publish-'));
  served = join(root, 'dist');
});
afterEach(() => rmSync(root, { recursive: true }));

/** Replaces the finished site by one with these files. */
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
  await repairPublication(served);
  expect(readFileSync(join(served, 'index.html'), 'utf8')).toBe('one');
  expect(readdirSync(join(root, '.dist'))).toEqual(['1']);
});

it.each([
  ['that was removed', []],
  ['beside files and folders that are no site', ['3', '2.partial/', 'notes/']],
])('a link to a site %s leads at once to the last whole one', async (_, others) => {
  await publishFolder(site({ 'index.html': 'one' }), served);
  rmSync(served);
  symlinkSync('.dist/99', served);
  for (const name of others)
    if (name.endsWith('/')) mkdirSync(join(root, '.dist', name));
    else writeFileSync(join(root, '.dist', name), '');
  await repairPublication(served);
  expect(readlinkSync(served)).toBe('.dist/1');
  expect(readdirSync(join(root, '.dist'))).toEqual(['1']);
});

it.each(['.dist/1/', './.dist/1', 'absolute'])('somebody may lead back by a link to %s', async (target) => {
  for (const text of ['one', 'two']) await publishFolder(site({ 'index.html': text }), served);
  rmSync(served);
  symlinkSync(target === 'absolute' ? join(root, '.dist/1') : target, served);
  await publishFolder(site({ 'index.html': 'three' }), served);
  expect(readFileSync(join(served, 'index.html'), 'utf8')).toBe('three');
  expect(readdirSync(join(root, '.dist'))).toEqual(['1', '3']);
});

it('two sites of one name on two shelves are told apart', async () => {
  mkdirSync(join(root, 'elsewhere/.dist/1'), { recursive: true });
  symlinkSync('elsewhere/.dist/1', served);
  await expect(publishFolder(site({ 'index.html': 'one' }), served)).rejects.toThrow('--outDir');
});

it('what is published is readable by all, whatever the umask and what was published before', async () => {
  const umask = process.umask(0o077);
  try {
    mkdirSync(join(root, '.dist/1/a'), { recursive: true });
    writeFileSync(join(root, '.dist/1/a/index.html'), 'a');
    symlinkSync('.dist/1', served);
    await publishFolder(site({ 'a/index.html': 'a', 'a/b/index.html': 'b' }), served);
  } finally {
    process.umask(umask);
  }
  const modes = ['', 'a', 'a/b', 'a/index.html', 'a/b/index.html', '..'].map((path) =>
    (statSync(join(root, '.dist/2', path)).mode & 0o777).toString(8),
  );
  expect(modes).toEqual(['755', '755', '755', '644', '644', '755']);
});

it.each([
  ['a file', '.dist', () => writeFileSync(join(root, '.dist'), '')],
  ['a link to nothing', '.dist', () => symlinkSync('gone', join(root, '.dist'))],
  ['a file', 'dist', () => writeFileSync(served, '')],
  ['a folder of something else', 'dist', () => void site({ '../dist/package.json': '{}' })],
])('%s in the place of %s is told in French, and left alone', async (_, name, make) => {
  make();
  const error = await repairPublication(served).catch(String);
  expect(error).toContain(`${join(root, name)} n’a pas été créé par la construction`);
  expect(lstatSync(join(root, name)).isSymbolicLink() || existsSync(join(root, name))).toBe(true);
  expect(existsSync(join(root, '.dist/1'))).toBe(false);
});

it('a link of somebody else’s is left alone', async () => {
  symlinkSync('elsewhere', served);
  await expect(publishFolder(site({ 'index.html': 'one' }), served)).rejects.toThrow('--outDir');
  expect(lstatSync(served).isSymbolicLink()).toBe(true);
});
