import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutput } from '#engine/reused-output.ts';
import { filesBelow } from '#storage/files-below.ts';
import { DAMAGES } from '../content/damages.ts';

const PAGES = ['index.html', 'articles/a/index.html', 'articles/b/index.html'];
const CARD = 'partage/a.png';
const CACHED = ['data-store.json', 'fonts/a.woff2', 'incremental-build.json'];
const ALL = [...PAGES, CARD].sort();

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reused-output-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const open = (siblings: readonly string[] = []) =>
  openOutput(join(root, 'dist'), join(root, 'cache'), {
    isManaged: (path) => path.startsWith('partage/'),
    siblings,
  });
const write = (path: string, text: string = path) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const output = () => filesBelow(join(root, 'dist')).sort();
const urlOf = (page: string) => pathToFileURL(join(root, 'dist', page));

/** Simulates a complete build of these pages. */
function build(pages = PAGES, siblings: readonly string[] = []): void {
  const reused = open(siblings);
  for (const path of [...pages, CARD, 'robots.txt']) write(`dist/${path}`);
  for (const path of CACHED) write(`cache/${path}`);
  write('cache/dist/index.html');
  reused.setPages(pages.map(urlOf));
  reused.record();
}

describe('a fast build', () => {
  it('finds the pages of the last one, and what an integration brings up to date', () => {
    build();
    expect(open().isEmpty).toBe(false);
    expect(output()).toEqual(ALL);
    // Astro's copies of pages are a link to the output folder.
    expect(readlinkSync(join(root, 'cache/dist'))).toBe(join(root, 'dist'));
    expect(filesBelow(join(root, 'cache')).sort()).toEqual([...CACHED, 'dist'].sort());
  });

  it('finds nothing after one that did not end', () => {
    build();
    open();
    expect(open().isEmpty).toBe(true);
    expect(output()).toEqual([]);
    expect(existsSync(join(root, 'cache/data-store.json'))).toBe(false);
  });

  it.each(CACHED.flatMap((path) => DAMAGES.map(([name, damage]) => [path, name, damage] as const)))(
    'finds nothing when Astro’s %s was %s',
    (path, _, damage) => {
      build();
      damage(join(root, 'cache', path));
      expect(open().isEmpty).toBe(true);
      expect(output()).toEqual([]);
    },
  );

  it.each(DAMAGES)('finds nothing when its manifest was %s', (_, damage) => {
    build();
    damage(join(root, 'cache/output.manifest'));
    expect(open().isEmpty).toBe(true);
  });

  it('removes what was changed or added since the last one, and the folders left empty', () => {
    build();
    write(`dist/${PAGES[1]}`, 'changed');
    write('dist/other/index.html');
    open();
    expect(output()).toEqual(ALL.filter((path) => path !== PAGES[1]));
    expect(existsSync(join(root, 'dist/articles/a'))).toBe(false);
    expect(existsSync(join(root, 'dist/other'))).toBe(false);
  });

  it('removes the pages that it does not have any more, but no file that took their place', () => {
    build();
    const reused = open();
    write(`dist/${PAGES[2]}`, 'copied from public');
    reused.setPages([urlOf('index.html')]);
    expect(output()).toEqual(['articles/b/index.html', 'index.html', CARD].sort());
  });

  it('keeps what stands beside its pages', () => {
    build([...PAGES, 'index.html.br'].slice(0, 3), ['.br']);
    write('dist/index.html.br');
    const reused = open(['.br']);
    write('dist/index.html.br');
    reused.setPages(PAGES.map(urlOf));
    reused.record();
    open(['.br']);
    expect(output()).toContain('index.html.br');
  });

  it('finds nothing in another folder, or where other files stand beside pages', () => {
    build();
    expect(open(['.br']).isEmpty).toBe(true);
  });
});
