import {
  cpSync,
  existsSync,
  globSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySite, type SiteCopy } from '../site-copy.ts';
import { differences, timesOf } from './built-folder.ts';

const ONE = 'stocker-les-energies-renouvelables';
const OTHER = 'autonomie-electrique-du-cycle-wltp-a-la-route';
const THIRD = 'scopes-1-2-3-lire-un-bilan-carbone';
const EXTRA = 'article-en-plus';
const MOVED = 'article-ailleurs';
const NOW = {
  PUBLICATION_NOW: '2027-01-01T00:00:00Z',
  BUILD: 'fast',
  COMMENTS_SOURCE: 'comments.json',
};
const LIST = 'auteurs/la-redaction/index.html';

let copy: SiteCopy;
const site = () => join(copy.root, 'site');
const snapshot = () => join(copy.root, 'snapshot');
const page = (slug: string) => `articles/${slug}/index.html`;
const card = (slug: string) => join(site(), `partage/articles/${slug}.png`);
const source = (slug: string) => `content/articles/${slug}/index.mdx`;
const folder = (slug: string) => join(copy.root, 'content/articles', slug);
const read = (path: string) => readFileSync(join(site(), path), 'utf8');
const build = () => copy.build('site', { ...NOW, PRECOMPRESS: '1' });

beforeAll(() => {
  copy = copySite([ONE, OTHER, THIRD]);
  copy.write('comments.json', '{"version":1,"comments":[]}');
  cpSync(folder(THIRD), folder(EXTRA), { recursive: true });
  build();
});
afterAll(() => copy.remove());

/** Edits a file of the copy. The change remains in the next tests. */
function edit(path: string, change: (text: string) => string): void {
  const file = join(copy.root, path);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after, path).not.toBe(before);
  writeFileSync(file, after);
}

const append = (slug: string, words: string) => edit(source(slug), (text) => `${text}\n${words}\n`);
const setLine = (path: string, field: string, value: string) =>
  edit(path, (text) => text.replace(new RegExp(`^${field}:.*$`, 'mu'), `${field}: ${value}`));

/** Returns the pages of articles and lists that the last build rendered, from its log. */
const rendered = () =>
  [...copy.said.matchAll(/├─ \/?(\S+\/index\.html)(?! \(cached\))/gu)]
    .map(([, path]) => path ?? '')
    .filter((path) => /^(?:articles|rubriques|auteurs)\//u.test(path));

/** Each test edits the copy that the previous one built. One build may check several edits. */
describe('an incremental build', () => {
  it('writes no page and no picture when nothing has changed', () => {
    const before = timesOf(site());
    build();
    const written = [...timesOf(site())].filter(([path, time]) => before.get(path) !== time);
    const pages =
      /^(?:(?:articles|rubriques|etiquettes|auteurs)\/[^/]+|partage|archives\/\d+)\/.*\.(?:html|png|br|gz)/u;
    expect(
      written
        .map(([path]) => path)
        .filter((path) => pages.test(path) || /^_astro\/.*\.(?:avif|webp|jpg|svg)$/u.test(path)),
    ).toEqual([]);
  });

  it('renders and compresses one article for a corrected word and one for a comment, whatever the dates of covers', () => {
    const before = timesOf(site());
    append(OTHER, 'Un mot corrigé.');
    const comment = { id: '2026-12-01-1a2b3c4d', article: ONE, name: 'Ada', date: '2026-12-01T09:00:00Z' };
    const comments = [{ ...comment, text: 'Un commentaire qui se voit.' }];
    copy.write('comments.json', JSON.stringify({ version: 1, comments }));
    for (const slug of [OTHER, THIRD]) utimesSync(join(folder(slug), 'couverture.svg'), 1000, 1000);
    build();
    expect(rendered().sort()).toEqual([page(OTHER), page(ONE)]);
    const after = timesOf(site());
    expect(after.get(page(OTHER))).not.toBe(before.get(page(OTHER)));
    for (const path of [THIRD, EXTRA].flatMap((slug) => ['', '.br', '.gz'].map((end) => page(slug) + end))) {
      expect(before.has(path), path).toBe(true);
      expect(after.get(path), path).toBe(before.get(path));
    }
    expect(read(page(OTHER))).toContain('Un mot corrigé.');
    expect(read(page(ONE))).toContain('Un commentaire qui se voit');
    const sent = brotliDecompressSync(readFileSync(join(site(), `${page(OTHER)}.br`))).toString();
    expect(sent).toBe(read(page(OTHER)));
  });

  it('makes again the pages that were changed or lost since, as they were last, and removes unknown ones', () => {
    cpSync(site(), snapshot(), { recursive: true });
    writeFileSync(join(site(), page(ONE)), 'spoilt');
    rmSync(join(site(), page(OTHER)));
    writeFileSync(join(site(), 'en-trop.html'), 'left by someone');
    build();
    expect(differences(site(), snapshot())).toEqual([]);
  });

  it('makes again the social cards that were changed or lost since, where nothing else has changed', () => {
    writeFileSync(card(ONE), 'spoilt');
    rmSync(card(OTHER));
    writeFileSync(card('en-trop'), 'left by someone');
    build();
    expect(differences(site(), snapshot())).toEqual([]);
  });

  it('shows the new title of a related article, a new cover, and the new address of an article', () => {
    expect(read(LIST)).toContain(`/articles/${EXTRA}/`);
    const cover = read(page(THIRD)).match(/couverture\.[0-9a-f]{10}_2400\.svg/u)?.[0];
    setLine(source(OTHER), 'title', 'Un titre tout neuf');
    edit(`content/articles/${THIRD}/couverture.svg`, (text) =>
      text.replace('</svg>', '<rect width="9" height="9"/></svg>'),
    );
    renameSync(folder(EXTRA), folder(MOVED));
    build();
    expect(read(page(ONE))).toContain('Un titre tout neuf');
    expect(cover).toBeDefined();
    expect(read(page(THIRD)).match(/couverture\.[0-9a-f]{10}_2400\.svg/u)?.[0]).not.toBe(cover);
    expect(read(LIST)).toContain(`/articles/${MOVED}/`);
    expect(read(LIST)).not.toContain(`/articles/${EXTRA}/`);
  });

  it('shows a tag that is used more, the magazine’s new words, and nothing of a removed article', () => {
    edit(source(THIRD), (text) => text.replace(/^tags:$/mu, 'tags:\n  - abus technologie'));
    setLine('content/site.yaml', 'tagline', 'Une devise toute neuve');
    rmSync(folder(MOVED), { recursive: true });
    build();
    expect(read(page(ONE))).toContain('abus technologie');
    expect(read('mentions-legales/index.html')).toContain('Une devise toute neuve');
    for (const slug of [EXTRA, MOVED]) {
      expect(existsSync(join(site(), 'articles', slug))).toBe(false);
      expect(existsSync(card(slug))).toBe(false);
    }
  });

  it('shows a changed component and a changed style', () => {
    edit('src/components/article/ShareBar.astro', (text) =>
      text.replace(/\n---\n/u, '\n---\n\n<p>Une barre toute neuve</p>\n'),
    );
    edit('src/styles/tokens.css', (text) => text.replace(/--text: [^;]+;/u, '--text: 43.25rem;'));
    build();
    expect(read(page(ONE))).toContain('Une barre toute neuve');
    expect(read('mentions-legales/index.html')).toMatch(/--text:\s*43\.25rem/u);
  });

  it('trusts no folder that an older build took the place of', () => {
    const latest = join(copy.root, 'latest');
    renameSync(site(), latest);
    renameSync(snapshot(), site());
    build();
    expect(differences(site(), latest)).toEqual([]);
  });

  it('begins anew after a build that was killed, and equals a build from nothing', () => {
    // Simulates a killed build: a build removes this manifest when it begins, and writes it when it ends.
    rmSync(join(copy.root, '.cache/astro/output.manifest'));
    writeFileSync(join(site(), page(ONE)), 'half a page');
    copy.build('site', NOW);
    expect(globSync('**/*.{br,gz}', { cwd: site() })).toEqual([]);
    copy.build('whole', { ...NOW, CACHE_FOLDER: join(copy.root, '.cache-whole') });
    expect(differences(site(), join(copy.root, 'whole'))).toEqual([]);
  });
});
