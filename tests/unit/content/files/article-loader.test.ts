import { EventEmitter } from 'node:events';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { articleLoader } from '#content/files/article-loader.ts';
import { writeLeftOut } from '#content/files/left-out.ts';
import { smallContent, SVG } from '../small-content.ts';

interface Entry {
  id: string;
  data: { title: string };
  digest?: string;
  deferredRender?: boolean;
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

const load = (meta = new Map<string, string>()) =>
  articleLoader().load({
    config: { root: pathToFileURL(`${root}/`) },
    store,
    meta,
    watcher,
    logger,
  } as unknown as LoaderContext);

beforeEach(async () => {
  root = smallContent(['bon', 'autre']);
  watcher = new EventEmitter();
  await load();
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
  it('leaves a text to Astro only where it imports components', async () => {
    const code = "\nimport Carte from './Carte.astro'\n";
    writeFileSync(article('autre'), readFileSync(article('autre'), 'utf8') + code);
    await load();
    expect(entries.get('bon')).not.toHaveProperty('deferredRender');
    expect(entries.get('autre')).toMatchObject({ deferredRender: true });
  });

  it('gives an article another digest when a word or a picture of its text has changed, and to no other', async () => {
    const digests = () => [...entries.values()].map(({ digest }) => digest);
    const meta = new Map<string, string>();
    const picture = join(root, 'content/articles/bon/dessin.svg');
    writeFileSync(picture, SVG);
    writeFileSync(article('bon'), `${readFileSync(article('bon'), 'utf8')}\n![Un aplat](./dessin.svg)\n`);
    await load(meta);
    const before = digests();
    writeFileSync(article('bon'), `${readFileSync(article('bon'), 'utf8')}\nUn mot.\n`);
    await load(meta);
    const after = digests();
    writeFileSync(picture, SVG.replace('1600 900', '900 900'));
    await load(meta);
    expect(new Set([before[1], after[1], digests()[1]]).size).toBe(3);
    expect(new Set([before[0], after[0], digests()[0]]).size).toBe(1);
  });

  it('leaves out the articles that the content check has left out', async () => {
    writeLeftOut(root, ['bon']);
    await load();
    expect(Object.keys(titles())).toEqual(['autre']);
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
