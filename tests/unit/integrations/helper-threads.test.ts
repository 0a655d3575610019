import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { helpers } from '#content/helper-threads.ts';
import { helperThreads } from '#integrations/helper-threads.ts';
import { makeStrict } from '#integrations/strict-page.ts';
import { slimPage } from '#lib/slim-page.ts';
import { compileBody } from '#markdown/compile-body.ts';

const { hooks } = helperThreads();
type Hook = (options?: unknown) => Promise<void> | void;
const start = hooks['astro:build:start'] as Hook;
const end = hooks['astro:build:generated'] as Hook;

const SOURCE = 'L\'un "dit"\n\n<Encadre titre="A">\n\nUn mot.\n\n</Encadre>\n';
const FILE = 'content/articles/un/index.mdx';
const PAGE =
  '<!doctype html><html><head><meta charset="utf-8"><style>p{top:0}b[data-astro-cid-abcdefgh]{top:1px}</style></head><body><p>é</p><script>a()</script></body></html>';

describe('the threads that help a build', () => {
  beforeAll(() => start());
  afterAll(() => end());

  it('compile a text as the build itself would', async () => {
    expect(await helpers()?.compile(SOURCE, FILE, ['Encadre'])).toEqual(
      await compileBody(SOURCE, FILE, ['Encadre']),
    );
  });

  it('say what is wrong with a text in the same words', async () => {
    const wrong = 'Un\n\n<Encadre>\n\nmot\n';
    const said = await compileBody(wrong, FILE, []).catch((error: unknown) => (error as Error).message);
    expect(said).toMatch(/^\d+:\d+/u);
    await expect(helpers()?.compile(wrong, FILE, [])).rejects.toThrow(String(said));
  });

  it('finish a page as it is published', async () => {
    const bytes = new TextEncoder().encode(PAGE).buffer;
    const finished = await helpers()?.finish(bytes);
    expect(Buffer.from(finished ?? new ArrayBuffer(0)).toString()).toBe(makeStrict(slimPage(PAGE)));
  });

  it('answer each its own question when many are asked at once', async () => {
    const asked = Array.from({ length: 20 }, (_, number) => `Le mot ${number}`);
    const found = await Promise.all(asked.map((text) => helpers()?.compile(text, FILE, [])));
    expect(found.map((body) => body?.nodes.join(''))).toEqual(asked.map((text) => `<p>${text}</p>`));
  });
});

it('are gone once the pages are made', () => {
  expect(helpers()).toBeUndefined();
});
