import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookThrough, lookThroughApart, NOTES, openRows, stampOf } from '#engine/cache/output-scan.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'found-output-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const folders = () => ({ cache: join(root, 'cache'), output: join(root, 'output') });

function put(...paths: readonly string[]): void {
  for (const path of paths) {
    const file = join(folders().output, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, path);
  }
}

/** What a build that rendered these pages leaves in its cache. */
function note(...pages: readonly string[]): void {
  const { cache, output } = folders();
  mkdirSync(cache, { recursive: true });
  const paths = Object.fromEntries(pages.map((page) => [page, { outputFile: encodeURI(page) }]));
  writeFileSync(join(cache, NOTES), JSON.stringify({ routes: { route: { paths } } }));
  const rows = openRows(folders());
  for (const page of pages) rows.set(page, stampOf(join(output, page)), true);
  rows.saveUsed();
}

describe('what a build finds in its output folder', () => {
  it('stays where it is a page that was noted, as it was left', () => {
    put('a/index.html', 'b/index.html', 'étranger.html');
    note('a/index.html', 'b/index.html');
    writeFileSync(join(folders().output, 'b/index.html'), 'changed since');
    expect(lookThrough(folders())).toEqual({
      isNoted: true,
      stays: ['a/index.html'],
      goes: expect.arrayContaining(['b', 'étranger.html']) as string[],
    });
  });

  it('goes by its folder where nothing of the folder stays', () => {
    put('a/index.html', 'a/b/c/index.html', 'a/b/index.html');
    note('a/index.html');
    expect(lookThrough(folders()).goes).toEqual(['a/b']);
  });

  it('stays where its name says what it holds, unless the last build was killed', () => {
    const index = 'pagefind/fragment/fr_0123abc.pf_fragment';
    put('_astro/couverture.0123456789_480.avif', 'partage/magazine.png', index);
    expect(lookThrough(folders()).goes).toEqual([]);
    expect(lookThrough(folders(), true).goes).toEqual(['pagefind']);
  });

  it('stays where it is a social card', () => {
    put('a.html', 'partage/articles/un.png');
    expect(lookThrough(folders()).goes).toEqual(['a.html']);
  });

  it('stays where it is what an editor publishes from', () => {
    put('.git/config', 'a.html');
    expect(lookThrough(folders()).goes).toEqual(['a.html']);
  });

  it('is the same, seen from a thread of its own', async () => {
    put('a/index.html', 'b/index.html', 'partage/articles/a.png');
    note('a/index.html');
    expect(await lookThroughApart(folders())).toEqual(lookThrough(folders()));
  });

  it('is nothing where there is none', () => {
    expect(lookThrough(folders())).toEqual({ isNoted: false, stays: [], goes: [] });
  });
});
