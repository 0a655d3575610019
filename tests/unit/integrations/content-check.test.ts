import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readLeftOut } from '#content/files/left-out.ts';
import { contentCheck } from '#integrations/content-check.ts';
import { smallContent } from '../content/small-content.ts';

let root: string;
beforeEach(() => (root = smallContent(['bon', 'autre'])));
afterEach(() => rmSync(root, { recursive: true }));

const article = (slug: string) => join(root, 'content/articles', slug, 'index.mdx');
const logger = { warn: vi.fn(), error: vi.fn() };

const check = async (command: 'build' | 'dev') => {
  const config = { root: pathToFileURL(`${root}/`) };
  await contentCheck().hooks['astro:config:setup']?.({ command, config, logger } as never);
};

function makeFaultyDraft(slug: string): void {
  const text = readFileSync(article(slug), 'utf8').replace(
    /^category:.*$/mu,
    'category: inconnue\ndraft: true',
  );
  writeFileSync(article(slug), text);
}

describe('the content check of a build', () => {
  it('throws the problems of a list in French, before Astro reads it', async () => {
    appendFileSync(join(root, 'content/site.yaml'), '\ninconnu: oui\n');
    await expect(check('build')).rejects.toMatchObject({
      name: 'ContentError',
      message: expect.stringContaining('content/site.yaml:') as string,
    });
  });

  it('throws the problems of a published article', async () => {
    appendFileSync(article('bon'), '\n<Inconnu />\n');
    await expect(check('build')).rejects.toThrow('content/articles/bon/index.mdx');
  });

  it('leaves out a draft that has problems, and says so', async () => {
    makeFaultyDraft('autre');
    await check('build');
    expect([...readLeftOut(root)]).toEqual(['autre']);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('autre'));
    rmSync(join(root, 'content/articles/autre'), { recursive: true });
    await check('build');
    expect([...readLeftOut(root)]).toEqual([]);
  });
});

it('logs all problems in development, and leaves nothing out', async () => {
  makeFaultyDraft('autre');
  appendFileSync(article('bon'), '\n<Inconnu />\n');
  await check('dev');
  expect(logger.error).toHaveBeenCalledWith(expect.stringContaining('content/articles/bon/index.mdx'));
  expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('content/articles/autre/index.mdx'));
  expect([...readLeftOut(root)]).toEqual([]);
});
