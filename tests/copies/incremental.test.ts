import { existsSync, globSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySite, type SiteCopy } from '../site-copy.ts';
import { differences, timesOf } from './built-folder.ts';

const ONE = 'stocker-les-energies-renouvelables';
const OTHER = 'autonomie-electrique-du-cycle-wltp-a-la-route';
const THIRD = 'scopes-1-2-3-lire-un-bilan-carbone';
const NOW = { PUBLICATION_NOW: '2027-01-01T00:00:00Z', BUILD: 'fast' };

let copy: SiteCopy;
beforeAll(() => {
  copy = copySite([ONE, OTHER, THIRD]);
  copy.build('kept', NOW);
});
afterAll(() => copy.remove());

const page = (slug: string) => `articles/${slug}/index.html`;
const readPage = (path: string) => readFileSync(join(copy.root, 'kept', path), 'utf8');

/** Changes a file of the copy, for good. */
function edit(path: string, change: (text: string) => string): void {
  const file = join(copy.root, path);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after, path).not.toBe(before);
  writeFileSync(file, after);
}

const source = (slug: string) => `content/articles/${slug}/index.mdx`;
const comment = 'name: Ada\ndate: 2026-12-01 10:00\ntext: Un commentaire qui se voit.\n';

/** What a page shows, each with a change of it and the words by which the page then shows it. */
const INPUTS: readonly (readonly [string, () => void, RegExp])[] = [
  [
    'its text',
    () => edit(source(ONE), (text) => `${text}\nUn mot de plus à la fin.\n`),
    /Un mot de plus à la fin\./u,
  ],
  [
    'the title of a related article',
    () => edit(source(OTHER), (text) => text.replace(/^title:.*$/mu, 'title: Un titre tout neuf')),
    /Un titre tout neuf/u,
  ],
  [
    'how often a tag is used, in the cloud',
    () => edit(source(THIRD), (text) => text.replace(/^tags:$/mu, 'tags:\n  - abus technologie')),
    /abus technologie/u,
  ],
  [
    'the magazine’s own words',
    () =>
      edit('content/site.yaml', (text) => text.replace(/^tagline:.*$/mu, 'tagline: Une devise toute neuve')),
    /Une devise toute neuve/u,
  ],
  [
    'a comment',
    () => copy.write(`content/comments/${ONE}/2026-12-01-1a2b3c4d.yaml`, comment),
    /Un commentaire qui se voit/u,
  ],
  [
    'a component',
    () =>
      edit('src/components/article/ShareBar.astro', (text) =>
        text.replace(/\n---\n/u, '\n---\n\n<p>Une barre toute neuve</p>\n'),
      ),
    /Une barre toute neuve/u,
  ],
  [
    'a token of the style',
    () => edit('src/styles/tokens.css', (text) => text.replace(/--text: [^;]+;/u, '--text: 43.25rem;')),
    /--text:\s*43\.25rem/u,
  ],
  [
    'its cover',
    () =>
      edit(`content/articles/${ONE}/couverture.svg`, (text) =>
        text.replace('</svg>', '<rect width="9" height="9"/></svg>'),
      ),
    /couverture\.[0-9a-f]{10}_480\.avif/u,
  ],
];

describe('a build in the output that was kept', () => {
  it('renders nothing again when nothing has changed', () => {
    const before = timesOf(join(copy.root, 'kept'));
    copy.build('kept', NOW);
    const written = [...timesOf(join(copy.root, 'kept'))].filter(([path, time]) => before.get(path) !== time);
    const paths = written.map(([path]) => path);
    const pages =
      /^(?:(?:articles|rubriques|etiquettes|auteurs)\/[^/]+|partage|archives\/\d+)\/.*\.(?:html|png)/u;
    expect(paths.filter((path) => pages.test(path))).toEqual([]);
    expect(paths.filter((path) => /\.(?:avif|webp|jpg)$/u.test(path))).toEqual([]);
  });

  it('renders one page, and what lists it, for a word that was corrected', () => {
    const before = timesOf(join(copy.root, 'kept'));
    edit(source(OTHER), (text) => `${text}\nUn mot corrigé.\n`);
    copy.build('kept', NOW);
    const times = timesOf(join(copy.root, 'kept'));
    expect(times.get(page(OTHER))).not.toBe(before.get(page(OTHER)));
    expect(readPage(page(OTHER))).toContain('Un mot corrigé.');
    expect(times.get(page(ONE))).toBe(before.get(page(ONE)));
    expect(times.get(page(THIRD))).toBe(before.get(page(THIRD)));
  });

  it.each(INPUTS)('shows a change of %s', (_name, change, words) => {
    const before = readPage(page(ONE));
    change();
    copy.build('kept', NOW);
    const after = readPage(page(ONE));
    expect(after).toMatch(words);
    expect(after).not.toBe(before);
  });

  it('leaves what is compressed of a page that stays, and compresses anew one that changes', () => {
    const compressed = { ...NOW, PRECOMPRESS: '1' };
    const root = copy.build('compressed', compressed);
    const before = timesOf(root);
    edit(source(OTHER), (text) => `${text}\nUn mot compressé.\n`);
    copy.build('compressed', compressed);
    const after = timesOf(root);
    for (const end of ['.br', '.gz']) {
      const stays = `${page(THIRD)}${end}`;
      expect(before.has(stays)).toBe(true);
      expect(after.get(stays)).toBe(before.get(stays));
    }
    const sent = brotliDecompressSync(readFileSync(join(root, `${page(OTHER)}.br`)));
    expect(sent.equals(readFileSync(join(root, page(OTHER))))).toBe(true);
    expect(sent.includes('Un mot compressé.')).toBe(true);
    copy.build('compressed', NOW);
    expect([...timesOf(root).keys()].filter((path) => /\.(?:br|gz)$/u.test(path))).toEqual([]);
  });

  it('leads from its lists to the address that an article has now', () => {
    const folder = (slug: string) => join(copy.root, 'content/articles', slug);
    const list = () => readPage('auteurs/la-redaction/index.html');
    expect(list()).toContain(`/articles/${THIRD}/`);
    renameSync(folder(THIRD), folder('ailleurs'));
    copy.build('kept', NOW);
    expect(list()).toContain('/articles/ailleurs/');
    expect(list()).not.toContain(`/articles/${THIRD}/`);
    renameSync(folder('ailleurs'), folder(THIRD));
    copy.build('kept', NOW);
    expect(list()).toContain(`/articles/${THIRD}/`);
  });

  it('takes away what is no more', () => {
    copy.write(`content/articles/en-trop/index.mdx`, readFileSync(join(copy.root, source(THIRD)), 'utf8'));
    copy.write(
      `content/articles/en-trop/couverture.svg`,
      readFileSync(join(copy.root, `content/articles/${ONE}/couverture.svg`), 'utf8').replace(
        '</svg>',
        '<g/></svg>',
      ),
    );
    copy.build('kept', NOW);
    expect(existsSync(join(copy.root, 'kept', page('en-trop')))).toBe(true);
    rmSync(join(copy.root, 'content/articles/en-trop'), { recursive: true });
    copy.build('kept', NOW);
    expect(existsSync(join(copy.root, 'kept/articles/en-trop'))).toBe(false);
    expect(existsSync(join(copy.root, 'kept/partage/articles/en-trop.png'))).toBe(false);
  });

  it('trusts no page that was changed, exchanged or lost since', () => {
    const kept = join(copy.root, 'kept');
    copy.build('exchanged', NOW);
    expect(differences(kept, join(copy.root, 'exchanged'))).toEqual([]);
    writeFileSync(join(kept, page(ONE)), 'spoilt');
    rmSync(join(kept, page(OTHER)));
    rmSync(join(kept, `partage/articles/${ONE}.png`));
    writeFileSync(join(kept, `partage/articles/${OTHER}.png`), 'spoilt');
    writeFileSync(join(kept, 'en-trop.html'), 'left by someone');
    copy.build('kept', NOW);
    expect(differences(kept, join(copy.root, 'exchanged'))).toEqual([]);
    // As when a finished build takes the place of the one that is served.
    edit(source(ONE), (text) => `${text}\nUne fin.\n`);
    copy.build('kept', NOW);
    renameSync(kept, join(copy.root, 'aside'));
    renameSync(join(copy.root, 'exchanged'), kept);
    copy.build('kept', NOW);
    expect(differences(kept, join(copy.root, 'aside'))).toEqual([]);
  });

  it.each([
    ['spoilt', () => copy.write(`kept/partage/articles/${ONE}.png`, 'spoilt')],
    ['lost', () => rmSync(join(copy.root, `kept/partage/articles/${ONE}.png`))],
    ['put there by someone', () => copy.write('kept/partage/articles/en-trop.png', 'png')],
  ])('repairs a social card that was %s, where nothing else has changed', (_, spoil) => {
    copy.build('kept', NOW);
    const pictures = () =>
      globSync('partage/**/*.png', { cwd: join(copy.root, 'kept') })
        .sort()
        .map((path) => [path, readFileSync(join(copy.root, 'kept', path)).toString('base64')]);
    const before = pictures();
    spoil();
    expect(pictures()).not.toEqual(before);
    copy.build('kept', NOW);
    expect(pictures()).toEqual(before);
  });

  it('puts no page back as it was before its last change', () => {
    copy.build('lost', NOW);
    edit(source(OTHER), (text) => `${text}\nUn état ancien.\n`);
    copy.build('lost', NOW);
    for (const slug of [ONE, OTHER]) edit(source(slug), (text) => `${text}\nUn état nouveau.\n`);
    copy.build('lost', NOW);
    rmSync(join(copy.root, 'lost', page(OTHER)));
    copy.build('lost', NOW);
    expect(readFileSync(join(copy.root, 'lost', page(OTHER)), 'utf8')).toContain('Un état nouveau.');
  });

  it('looks at no page but that of a text that changed', () => {
    copy.build('kept', NOW);
    edit(source(ONE), (text) => `${text}\nUn mot encore.\n`);
    // As when the whole folder is fetched again.
    for (const slug of [ONE, OTHER])
      utimesSync(join(copy.root, `content/articles/${slug}/couverture.svg`), 1000, 1000);
    copy.build('kept', NOW);
    const rendered = [...copy.said.matchAll(/├─ \/?(\S+\/index\.html)(?! \(cached\))/gu)].map(
      ([, path]) => path,
    );
    const drawn = rendered.filter((path) => /^(?:articles|rubriques|auteurs)\//u.test(path ?? ''));
    expect(drawn).toEqual([page(ONE)]);
    copy.build('whole', { ...NOW, CACHE_FOLDER: join(copy.root, '.cache-whole') });
    expect(differences(join(copy.root, 'kept'), join(copy.root, 'whole'))).toEqual([]);
  });

  it('begins anew after a build that was killed', () => {
    copy.build('kept', NOW);
    // What a build removes when it begins, and writes when it ends.
    rmSync(join(copy.root, '.cache/astro/output.manifest'));
    copy.write(`kept/${page(ONE)}`, 'half a page');
    copy.build('kept', NOW);
    expect(readPage(page(ONE))).toContain('</html>');
  });
});
