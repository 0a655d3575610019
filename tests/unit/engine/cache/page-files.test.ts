import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroConfig } from 'astro';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outputPath, pageFiles, type PathToRender, writePage } from '#engine/cache/page-files.ts';

let folder: string;
let config: AstroConfig;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'page-files-'));
  const address = (name: string) => pathToFileURL(join(folder, `${name}/`));
  config = {
    base: '/revue/',
    outDir: address('site'),
    publicDir: address('public'),
    cacheDir: address('cache'),
  } as AstroConfig;
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (component: string, pathname: string, cacheKey?: string) =>
  ({ pathname, route: { component }, ...(cacheKey && { cacheKey }) }) as PathToRender;
const fileIn = (...parts: string[]) => join(folder, 'site', ...parts, 'index.html');
const pathOf = (pathname: string) =>
  outputPath(`https://magazine.example/revue${encodeURI(pathname)}`, config.base);

const PATHS = [
  path('article', '/articles/sans-cle/'),
  path('article', '/articles/premier/', 'clé 1'),
  path('article', '/articles/second/', 'clé 2'),
  path('liste', '/rubriques/idées/', 'clé 3'),
  path('liste', '/rubriques/idées/page/2/', 'clé 4'),
];

describe('pages that are written by who renders them', () => {
  it('stand where Astro would write them, but for the one of each kind that Astro notes', () => {
    const files = pageFiles(config, PATHS);
    expect(PATHS.map(({ pathname }) => files.of(pathOf(pathname)))).toEqual([
      fileIn('articles', 'sans-cle'),
      null,
      fileIn('articles', 'second'),
      null,
      fileIn('rubriques', 'idées', 'page', '2'),
    ]);
  });

  it('are left to Astro where « public » may hold the same', () => {
    mkdirSync(join(folder, 'public/articles'), { recursive: true });
    const files = pageFiles(config, PATHS);
    expect(files.of(pathOf('/articles/second/'))).toBeNull();
  });

  it('are added to what Astro notes, those that were written and have a key', () => {
    const place = join(folder, 'cache/incremental-build.json');
    const first = { cacheKey: 'clé 1', outputFile: 'articles/premier/index.html' };
    const notes = {
      version: 1,
      routes: { article: { dependencyHash: 'code', paths: { '/articles/premier/': first } } },
    };
    mkdirSync(join(folder, 'cache'));
    writeFileSync(place, JSON.stringify(notes));
    const files = pageFiles(config, PATHS);
    files.note(fileIn('articles', 'sans-cle'));
    files.note(fileIn('articles', 'second'));
    files.note(fileIn('rubriques', 'idées', 'page', '2'));
    files.addToNotes();
    // Of lists Astro has noted none: what code they are made of is not known.
    expect(JSON.parse(readFileSync(place, 'utf8'))).toEqual({
      version: 1,
      routes: {
        article: {
          dependencyHash: 'code',
          paths: {
            '/articles/premier/': first,
            '/articles/second/': { cacheKey: 'clé 2', outputFile: 'articles/second/index.html' },
          },
        },
      },
    });
  });

  it('need no note where none was written', () => {
    expect(() => pageFiles(config, PATHS).addToNotes()).not.toThrow();
  });
});

describe('a page', () => {
  it('is written over the one before, in a folder that is made', () => {
    const file = fileIn('articles', 'second');
    writePage(file, 'un texte plus long');
    writePage(file, 'texte');
    expect(readFileSync(file, 'utf8')).toBe('texte');
  });
});
