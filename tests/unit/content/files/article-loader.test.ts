import { EventEmitter } from 'node:events';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { digestOfArticle } from '#content/files/article-digests.ts';
import { articleLoader } from '#content/files/article-loader.ts';
import { smallContent } from '../small-content.ts';

interface Entry {
  id: string;
  data: { title: string };
  filePath?: string;
}

let root: string;
let watcher: EventEmitter;
const entries = new Map<string, Entry>();
const store = {
  keys: () => [...entries.keys()],
  get: (id: string) => entries.get(id),
  set: vi.fn((entry: Entry) => entries.set(entry.id, entry)),
  delete: (id: string) => entries.delete(id),
  clear: () => entries.clear(),
  addModuleImport: () => undefined,
};
const logger = { info: vi.fn(), error: vi.fn() };

const load = (contentIntellisense: boolean, meta = new Map<string, string>()) =>
  articleLoader().load({
    config: { root: pathToFileURL(`${root}/`), experimental: { contentIntellisense } },
    store,
    meta,
    watcher,
    logger,
  } as unknown as LoaderContext);

beforeEach(async () => {
  root = smallContent(['bon', 'autre']);
  watcher = new EventEmitter();
  await load(true);
});

afterEach(() => {
  rmSync(root, { recursive: true });
  entries.clear();
});

const article = (slug: string) => join(root, 'content/articles', slug, 'index.mdx');
const titles = () => Object.fromEntries([...entries].map(([id, { data }]) => [id, data.title]));

function save(slug: string, title: string): void {
  const text = readFileSync(article(slug), 'utf8');
  writeFileSync(article(slug), text.replace(/^title:.*$/mu, `title: ${title}`));
  watcher.emit('all', 'change', article(slug));
}

describe('the loader of articles', () => {
  it('tells the file of an article to editors’ tools, and to a build only where the text imports', async () => {
    const paths = () => Object.fromEntries([...entries].map(([id, { filePath }]) => [id, filePath]));
    expect(paths()).toEqual({
      bon: 'content/articles/bon/index.mdx',
      autre: 'content/articles/autre/index.mdx',
    });
    writeFileSync(
      article('autre'),
      `${readFileSync(article('autre'), 'utf8')}\nimport Carte from './Carte.astro'\n`,
    );
    await load(false);
    expect(paths()).toEqual({ bon: undefined, autre: 'content/articles/autre/index.mdx' });
  });

  it('knows a word of a text by its digest, and lets Astro keep what it holds as it is', async () => {
    const meta = new Map<string, string>();
    await load(false, meta);
    const before = digestOfArticle('bon');
    store.set.mockClear();
    writeFileSync(article('bon'), `${readFileSync(article('bon'), 'utf8')}\nUn mot.\n`);
    await load(false, meta);
    expect(store.set).not.toHaveBeenCalled();
    expect(digestOfArticle('bon')).not.toBe(before);
    expect(() => digestOfArticle('absent')).toThrow('absent: no digest');
  });

  it('holds what was saved last', async () => {
    save('bon', 'Un titre pour commencer');
    save('bon', 'Un titre pour finir');
    save('autre', 'Un autre titre encore');
    const last = { bon: 'Un titre pour finir', autre: 'Un autre titre encore' };
    await vi.waitFor(() => expect(titles()).toEqual(last));
  });

  it('holds an article that comes, and no more one that goes', async () => {
    cpSync(join(root, 'content/articles/bon'), join(root, 'content/articles/neuf'), { recursive: true });
    watcher.emit('all', 'add', article('neuf'));
    await vi.waitFor(() => expect(Object.keys(titles()).sort()).toEqual(['autre', 'bon', 'neuf']));
    rmSync(join(root, 'content/articles/bon'), { recursive: true });
    watcher.emit('all', 'unlink', article('bon'));
    await vi.waitFor(() => expect(Object.keys(titles()).sort()).toEqual(['autre', 'neuf']));
  });

  it('tells what it cannot take, and goes on', async () => {
    store.set.mockImplementationOnce(() => {
      throw new Error('no more room');
    });
    save('bon', 'Un titre qui ne passe pas');
    save('autre', 'Un titre qui passe après');
    await vi.waitFor(() => expect(titles()['autre']).toBe('Un titre qui passe après'));
    expect(logger.error).toHaveBeenCalledExactlyOnceWith('Error: no more room');
  });
});
