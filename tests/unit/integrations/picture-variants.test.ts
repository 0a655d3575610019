import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readArticleRecords } from '#content/files/article-records.ts';
import { pictureVariants } from '#integrations/picture-variants.ts';
import { isVariantPath } from '#lib/pictures.ts';
import { smallContent } from '../content/small-content.ts';

const PICTURE = { width: 40, height: 30, channels: 3 } as const;
const png = (background: string) =>
  sharp({ create: { ...PICTURE, background } })
    .png()
    .toBuffer();

let root: string;
const folder = () => join(root, 'dist/_astro');
const names = () => readdirSync(folder()).sort();
const logger = { info: vi.fn() };

async function build(command: 'build' | 'dev' = 'build'): Promise<void> {
  readArticleRecords(root);
  const { hooks } = pictureVariants();
  await hooks['astro:config:setup']?.({ command } as never);
  await hooks['astro:config:done']?.({ config: { root: pathToFileURL(`${root}/`), base: '/' } } as never);
  await hooks['astro:build:done']?.({ dir: pathToFileURL(`${root}/dist/`), logger } as never);
}

function addPicture(name: string): void {
  const file = join(root, 'content/articles/bon/index.mdx');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n![Un aplat](./${name})\n`);
}

beforeEach(async () => {
  root = smallContent(['bon']);
  const article = join(root, 'content/articles/bon');
  writeFileSync(join(article, 'couverture.png'), await png('red'));
  writeFileSync(join(article, 'photo.png'), await png('blue'));
  const file = join(article, 'index.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace('couverture.svg', 'couverture.png'));
  addPicture('photo.png');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the variants of a build', () => {
  it('are those of covers and of pictures in texts, and are drawn once', async () => {
    await build();
    expect(names().every((name) => isVariantPath(`_astro/${name}`))).toBe(true);
    expect(names().filter((name) => name.startsWith('photo.'))).toHaveLength(3);
    expect(names().filter((name) => /^couverture\..*x\d+\.jpg$/u.test(name))).toHaveLength(3);
    await build();
    expect(logger.info).toHaveBeenLastCalledWith(`${names().length} variants: 0 drawn, 0 new in the site`);
  });

  it('are written again when the site has lost or damaged one, without being drawn again', async () => {
    await build();
    const [first = '', second = ''] = names();
    const bytes = readFileSync(join(folder(), first));
    writeFileSync(join(folder(), first), 'damaged');
    rmSync(join(folder(), second));
    await build();
    expect(readFileSync(join(folder(), first))).toEqual(bytes);
    expect(logger.info).toHaveBeenLastCalledWith(`${names().length} variants: 0 drawn, 2 new in the site`);
  });

  it('are replaced when the picture has changed, and leave other files alone', async () => {
    await build();
    const before = names();
    writeFileSync(join(folder(), 'page.js'), '');
    writeFileSync(join(root, 'content/articles/bon/photo.png'), await png('green'));
    await build();
    const isPhoto = (name: string) => name.startsWith('photo.');
    expect(names().filter((name) => !isPhoto(name))).toEqual(
      [...before.filter((name) => !isPhoto(name)), 'page.js'].sort(),
    );
    expect(names().filter(isPhoto)).toHaveLength(3);
    expect(names().filter(isPhoto)).not.toEqual(before.filter(isPhoto));
  });

  it('hold the pictures of the examples where the page of the editorial components is', async () => {
    mkdirSync(join(root, 'src/cms/examples'), { recursive: true });
    writeFileSync(
      join(root, 'src/cms/examples/schema.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h9v9z"/></svg>',
    );
    const examples = () => names().filter((name) => name.startsWith('schema.'));
    await build();
    expect(examples()).toEqual([]);
    await build('dev');
    expect(examples().length).toBeGreaterThan(0);
  });
});

it('the development server draws a variant that a page shows, also of a picture that was added since', async () => {
  await build();
  const served: string[] = [];
  type Middleware = (request: object, response: object, next: (error?: unknown) => void) => void;
  let middleware: Middleware | undefined;
  const { hooks } = pictureVariants();
  await hooks['astro:config:done']?.({
    config: { root: pathToFileURL(`${root}/`), base: '/magazine/' },
  } as never);
  await hooks['astro:server:setup']?.({
    server: { middlewares: { use: (added: Middleware) => (middleware = added) } },
  } as never);
  const get = (url: string) =>
    new Promise<Buffer | string>((resolve) => {
      const response = {
        writeHead: (_: number, headers: object) => served.push(JSON.stringify(headers)),
        end: resolve,
      };
      middleware?.({ url }, response, (error) => resolve(error ? 'error' : 'next'));
    });
  const old = names().find((name) => name.startsWith('photo.') && name.endsWith('.webp')) ?? '';
  expect((await sharp(await get(`/_astro/${old}`)).metadata()).format).toBe('webp');
  expect(served).toEqual(['{"Content-Type":"image/webp"}']);

  writeFileSync(join(root, 'content/articles/bon/neuve.png'), await png('yellow'));
  addPicture('neuve.png');
  await build();
  const added = names().find((name) => name.startsWith('neuve.') && name.endsWith('.jpg')) ?? '';
  expect((await sharp(await get(`/_astro/${added}`)).metadata()).format).toBe('jpeg');
  expect(await get('/_astro/page.js')).toBe('next');
  expect(await get('/_astro/photo.0123456789_40.webp')).toBe('next');
});
