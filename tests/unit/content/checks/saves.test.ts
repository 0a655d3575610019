import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkContent, examineContent } from '#content/checks/content.ts';
import { checkSaves } from '#content/checks/saves.ts';
import { smallContent, SVG } from '../small-content.ts';

vi.mock('#content/checks/content.ts', async (original) => {
  const module = await original<typeof import('#content/checks/content.ts')>();
  return { ...module, examineContent: vi.fn(module.examineContent) };
});

let root = '';

beforeEach(() => {
  root = smallContent(['bon', 'autre']);
});

afterEach(() => rmSync(root, { recursive: true }));

const at = (path: string) => join(root, 'content', path);
const article = (slug: string) => at(`articles/${slug}/index.mdx`);

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** Expects the problems after several saves to equal those of a full check, and returns their messages. */
async function expectSame(checks: ReturnType<typeof checkSaves>): Promise<string[]> {
  const { problems, waiting } = await checks.problems();
  const found = [...problems, ...waiting];
  expect(found).toEqual(await checkContent(root));
  return found.map(({ file }) => file);
}

const withoutCategory = (text: string) => text.replace(/^category:.*$/mu, 'category: inconnue');

describe('the check of each save', () => {
  it('finds what one article has wrong, and that it is right again', async () => {
    const checks = checkSaves(root);
    const before = readFileSync(article('bon'), 'utf8');
    expect(await expectSame(checks)).toEqual([]);
    edit(article('bon'), withoutCategory);
    checks.saved('change', article('bon'));
    expect(await expectSame(checks)).toEqual(['content/articles/bon/index.mdx']);
    writeFileSync(article('bon'), before);
    checks.saved('change', article('bon'));
    expect(await expectSame(checks)).toEqual([]);
  });

  it('keeps what it knows of the others', async () => {
    edit(article('autre'), withoutCategory);
    const checks = checkSaves(root);
    edit(article('bon'), (text) => `${text}\n<Inconnu />\n`);
    checks.saved('change', article('bon'));
    expect(await expectSame(checks)).toEqual([
      'content/articles/autre/index.mdx',
      'content/articles/bon/index.mdx',
    ]);
  });

  it('looks at everything when what articles cite changes, or when a file comes or goes', async () => {
    const checks = checkSaves(root);
    edit(at('tags.yaml'), (text) => text.replace(/^- name:/mu, '- nom:'));
    checks.saved('change', at('tags.yaml'));
    expect(await expectSame(checks)).toEqual(expect.arrayContaining(['content/tags.yaml']));
    edit(article('bon'), withoutCategory);
    checks.saved('change', article('bon'));
    expect(await expectSame(checks)).toEqual(expect.arrayContaining(['content/tags.yaml']));
    cpSync('tests/fixtures/content/tags.yaml', at('tags.yaml'));
    checks.saved('change', at('tags.yaml'));
    expect(await expectSame(checks)).toEqual(['content/articles/bon/index.mdx']);
    rmSync(at('articles/autre/couverture.svg'));
    checks.saved('unlink', at('articles/autre/couverture.svg'));
    expect(await expectSame(checks)).toEqual([
      'content/articles/autre/index.mdx',
      'content/articles/bon/index.mdx',
    ]);
  });

  it('looks once at files that come together', async () => {
    const checks = checkSaves(root);
    await checks.problems();
    vi.mocked(examineContent).mockClear();
    for (const slug of ['un', 'deux', 'trois']) {
      cpSync(at('articles/bon'), at(`articles/${slug}`), { recursive: true });
      edit(article(slug), withoutCategory);
      checks.saved('addDir', at(`articles/${slug}`));
      checks.saved('add', article(slug));
    }
    expect(await expectSame(checks)).toHaveLength(3);
    expect(examineContent).toHaveBeenCalledTimes(1);
    rmSync(at('articles/un'), { recursive: true });
    checks.saved('unlink', article('un'));
    expect(await expectSame(checks)).toHaveLength(2);
  });

  it('refuses a saved file that may not be published', async () => {
    const checks = checkSaves(root);
    writeFileSync(at('articles/bon/couverture.svg'), SVG.replace('/>', ' onload="alerte()"/>'));
    checks.saved('change', at('articles/bon/couverture.svg'));
    expect(await expectSame(checks)).toEqual(['content/articles/bon/couverture.svg']);
  });

  it('begins again after a check that could not be made', async () => {
    rmSync(at('tags.yaml'));
    mkdirSync(at('tags.yaml'));
    const checks = checkSaves(root);
    await expect(checks.problems()).rejects.toThrow('EISDIR');
    rmSync(at('tags.yaml'), { recursive: true });
    cpSync('tests/fixtures/content/tags.yaml', at('tags.yaml'));
    checks.saved('change', article('bon'));
    expect(await expectSame(checks)).toEqual([]);
  });
});
