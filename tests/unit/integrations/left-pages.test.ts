import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroConfig } from 'astro';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleRecord } from '#content/article-records.ts';
import { changedAlone, sayChangedAlone } from '#content/changed-alone.ts';
import { rememberSeen } from '#content/seen-files.ts';
import { leavePages, leftPages } from '#integrations/left-pages.ts';
import type { PathToRender } from '#integrations/page-files.ts';

interface Told {
  slug: string;
  digest: string;
  told: string;
  publication: { draft: boolean; publishedAt: Date } | null;
  imports: boolean;
}

const read = vi.hoisted(() => ({ records: [] as Told[], pictures: true, code: 'code' }));
vi.mock('#content/digest.ts', async (original) => ({
  ...(await original<typeof import('#content/digest.ts')>()),
  digestOfRenderingCode: () => read.code,
}));
vi.mock('#integrations/sharing-pictures.ts', () => ({ areSharingPicturesThere: () => read.pictures }));

const ARTICLE = 'src/pages/articles/[slug].astro';
const TAG = 'src/pages/etiquettes/[...path].astro';
const OTHER = 'src/pages/[...list]/flux.xml.ts';
const DRAWN = /articles|etiquettes/u;
const FOUND = ['articles/un/index.html', 'articles/deux/index.html', 'etiquettes/eau/index.html'];

const path = (component: string, pathname: string, cacheKey: string) =>
  ({ pathname, route: { component }, cacheKey }) as PathToRender;
const paths = (one = 'clé 1', tag = 'clé 3') => [
  path(ARTICLE, '/articles/un/', one),
  path(ARTICLE, '/articles/deux/', 'clé 2'),
  path(TAG, '/etiquettes/eau/', tag),
  path(OTHER, '/flux.xml', 'clé 4'),
];
const told = (slug: string, digest = 'texte', fields = 'champs'): Told => ({
  slug,
  digest,
  told: fields,
  publication: null,
  imports: false,
});
/** One that is to be published. */
const due = (): Told => ({
  ...told('deux'),
  publication: { draft: false, publishedAt: new Date('2029-06-01') },
});
const entry = (cacheKey: string, outputFile: string) => ({ cacheKey, outputFile });

let root: string;
let config: AstroConfig;
const file = (...parts: string[]) => join(root, ...parts);
const notes = () => JSON.parse(readFileSync(file('cache/incremental-build.json'), 'utf8')) as unknown;
const noted = (component: string, ...pathnames: string[]) =>
  expect(notes()).toMatchObject({
    routes: { [component]: { paths: Object.fromEntries(pathnames.map((name) => [name, {}])) } },
  });
function write(path: string, text: string): void {
  mkdirSync(dirname(file(path)), { recursive: true });
  writeFileSync(file(path), text);
}

/** What Astro notes once it has gone through these paths. */
function noteAll(...rendered: readonly PathToRender[]): void {
  const routes: Record<string, { dependencyHash: string; paths: Record<string, object> }> = {};
  for (const { route, pathname, cacheKey = '' } of rendered) {
    const kind = (routes[route.component] ??= { dependencyHash: 'code', paths: {} });
    const end = pathname.endsWith('/') ? 'index.html' : '';
    kind.paths[pathname] = entry(cacheKey, `${pathname.slice(1)}${end}`);
  }
  write('cache/incremental-build.json', JSON.stringify({ version: 1, routes }));
}

const leave = (found: readonly string[]) => leavePages(config, DRAWN, found, read.records as ArticleRecord[]);

/** A build as Astro goes through it: what it was handed, and how many articles it was told of alone. */
function build(now: readonly PathToRender[], found: readonly string[] = FOUND) {
  const left = leave(found);
  const alone = changedAlone();
  const shown = alone ? now.filter(({ pathname }) => alone.has(pathname.split('/')[2] ?? '')) : now;
  const handed = left.hand([...shown, ...now.filter(({ route }) => alone && route.component === OTHER)]);
  noteAll(...handed);
  left.addToNotes();
  return { alone, handed: handed.map(({ pathname }) => pathname) };
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'left-'));
  const address = (name: string) => pathToFileURL(join(root, `${name}/`));
  config = {
    root: address(''),
    outDir: address('site'),
    publicDir: address('public'),
    cacheDir: address('cache'),
    base: '/',
    site: 'https://magazine.example',
  } as AstroConfig;
  write('astro.config.mjs', '');
  vi.stubEnv('PUBLICATION_NOW', '2029-01-01');
  Object.assign(read, { records: [told('un'), due()], pictures: true, code: 'code' });
  rememberSeen(root, new Map([['content/site.yaml', '1 2']]));
  build(paths(), []);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rememberSeen(root, null);
  sayChangedAlone(null);
  rmSync(root, { recursive: true });
});

describe('pages that a build leaves', () => {
  it('are none of the first', () => {
    rmSync(file('cache'), { recursive: true });
    mkdirSync(file('cache'));
    expect(build(paths(), [])).toEqual({
      alone: null,
      handed: paths().map(({ pathname }) => pathname),
    });
    expect(leftPages()).toEqual([]);
  });

  it('are all but those of texts that changed, where all around them is as it was', () => {
    read.records = [told('un', 'autre texte'), due()];
    expect(build(paths('clé 5'))).toEqual({ alone: new Set(['un']), handed: ['/articles/un/', '/flux.xml'] });
    expect(leftPages()).toEqual(['articles/deux/', 'etiquettes/eau/']);
    noted(ARTICLE, '/articles/un/', '/articles/deux/');
    noted(TAG, '/etiquettes/eau/');
    noted(OTHER, '/flux.xml');
    expect(build(paths('clé 5'))).toEqual({ alone: new Set(), handed: ['/flux.xml'] });
  });

  it.each([
    ['another file of the content', () => rememberSeen(root, new Map([['content/site.yaml', '1 3']]))],
    ['the fields of an article', () => (read.records = [told('un', 'texte', 'autres champs'), due()])],
    ['an article more', () => (read.records = [told('un'), due(), told('trois')])],
    ['the hour, when an article is due', () => vi.stubEnv('PUBLICATION_NOW', '2030-01-01')],
    ['an import', () => (read.records = [{ ...told('un'), imports: true }, due()])],
    ['a picture for sharing that was lost', () => (read.pictures = false)],
  ])('are those with the same key, after a change of %s', (_, change) => {
    change();
    const { alone, handed } = build(paths('clé 1', 'clé 5'));
    expect(alone).toBeNull();
    expect(handed).toEqual(['/etiquettes/eau/', '/flux.xml']);
    noted(ARTICLE, '/articles/un/', '/articles/deux/');
    noted(TAG, '/etiquettes/eau/');
  });

  it('are found among a hundred thousand articles', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `a${index}`);
    read.records = many.map((slug) => told(slug));
    rememberSeen(root, new Map(many.map((slug) => [`content/articles/${slug}/couverture.svg`, '1 2'])));
    build(paths());
    read.records[7] = told('a7', 'autre texte');
    expect(build(paths()).alone).toEqual(new Set(['a7']));
  });

  it('are none that the output has lost', () => {
    const { alone, handed } = build(paths(), FOUND.slice(1));
    expect(alone).toBeNull();
    expect(handed).toEqual(['/articles/un/', '/flux.xml']);
  });

  it.each([
    ['code', () => (read.code = 'other code')],
    ['the configuration', () => write('astro.config.mjs', 'export default {};')],
    ['what is published beside', () => write('public/articles/un.txt', '')],
    ['the base path', () => (config.base = '/revue/')],
  ])('are none after a change of %s', (_, change) => {
    change();
    expect(build(paths()).handed).toHaveLength(4);
  });

  it('are none whose text imports what Astro compares', () => {
    const imported = { ...entry('clé 1', 'articles/un/index.html'), contentHashes: { 'a.mdx': 'b' } };
    const routes = { [ARTICLE]: { dependencyHash: 'code', paths: { '/articles/un/': imported } } };
    write('cache/incremental-build.json', JSON.stringify({ routes }));
    read.records = [told('un'), due(), told('trois')];
    expect(leave(FOUND).hand(paths())).toHaveLength(4);
  });

  it('are forgotten with their paths', () => {
    read.records = [told('un')];
    build(paths().slice(0, 1));
    expect(leftPages()).toEqual(['articles/un/']);
    expect(JSON.stringify(notes())).not.toContain('deux');
  });

  it.each([
    ['other code in the pages beside them', 'other code', 'config', 'lock'],
    ['another configuration', 'code', 'other config', 'lock'],
    ['other packages', 'code', 'config', 'other lock'],
  ])('stop a build that finds %s', (_, dependencyHash, configHash, lockfileHash) => {
    const before = notes() as object;
    write(
      'cache/incremental-build.json',
      JSON.stringify({ ...before, configHash: 'config', lockfileHash: 'lock' }),
    );
    read.records = [told('un', 'autre texte'), due()];
    const left = leave(FOUND);
    left.hand(paths('clé 5').slice(0, 1));
    const rendered = { '/articles/un/': entry('clé 5', 'articles/un/index.html') };
    const routes = { [ARTICLE]: { dependencyHash, paths: rendered } };
    write('cache/incremental-build.json', JSON.stringify({ configHash, lockfileHash, routes }));
    expect(() => left.addToNotes()).toThrow(/build again, all of it/u);
    expect(() => notes()).toThrow();
  });
});
