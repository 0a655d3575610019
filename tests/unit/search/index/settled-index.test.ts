import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { type IndexFile, settleIndex } from '#search/index/settled-index.ts';

const VALUES = Array.from({ length: 30 }, (_, index) => `valeur-${index}`);

async function makeIndex(): Promise<IndexFile[]> {
  const { index } = await createIndex({ forceLanguage: 'fr' });
  for (const [page, value] of VALUES.entries()) {
    const filters = ['rubrique', 'etiquette', 'annee', 'auteur'].map(
      (name) => `<i data-pagefind-filter="${name}">${value}</i>`,
    );
    const sorts = ['date', 'titre'].map((name) => `<i data-pagefind-sort="${name}">${page}</i>`);
    const content = `<html lang="fr"><body><p>Page ${page}</p>${filters.join('')}${sorts.join('')}</body></html>`;
    await index?.addHTMLFile({ url: `/${page}/`, content });
  }
  return (await index?.getFiles())?.files ?? [];
}

const held = (files: readonly IndexFile[]) =>
  files.map(({ path, content }) => [path, Buffer.from(content).toString('base64')]);

describe('a search index', () => {
  afterAll(() => close());

  it('is the same bytes for the same pages, however Pagefind wrote it', async () => {
    const drawn = [await makeIndex(), await makeIndex(), await makeIndex()];
    // Else there would be nothing to settle.
    expect(new Set(drawn.map((files) => JSON.stringify(held(files)))).size).toBeGreaterThan(1);
    const [first, ...others] = drawn.map((files) => held(settleIndex(files)));
    for (const other of others) expect(other).toEqual(first);
  }, 60_000);

  it('names its files where the browser looks for them', async () => {
    const files = settleIndex(await makeIndex());
    const textOf = (path: string) => Buffer.from(files.find((file) => file.path === path)?.content ?? '');
    const entry = JSON.parse(textOf('pagefind-entry.json').toString()) as {
      languages: { fr: { hash: string } };
    };
    const meta = gunzipSync(textOf(`pagefind.${entry.languages.fr.hash}.pf_meta`)).toString('latin1');
    const filters = files.filter(({ path }) => path.endsWith('.pf_filter'));
    expect(filters).toHaveLength(4);
    for (const { path, content } of filters) {
      expect(meta).toContain(path.replace(/^filter\/|\.pf_filter$/gu, ''));
      for (const value of VALUES) expect(gunzipSync(content).toString('latin1')).toContain(value);
    }
  }, 60_000);

  it('is not taken for what it is not', () => {
    const odd = Buffer.concat([
      Buffer.from('pagefind_dcd'),
      Buffer.from([0x82, 0x1b, 0, 0, 0, 0, 0, 0, 0, 1, 0x80]),
    ]);
    expect(() => settleIndex([{ path: 'filter/fr_0000000.pf_filter', content: gzipSync(odd) }])).toThrow();
  });
});
