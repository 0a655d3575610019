import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArticleRecords } from '#content/files/article-records.ts';
import { checkContent } from '#content/checks/content.ts';
import { smallContent, SVG } from '../small-content.ts';

let root = '';

beforeEach(() => {
  root = smallContent(['bon']);
});

afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  writeFileSync(join(root, 'content', path), text);
}

async function messages(): Promise<string[]> {
  return (await checkContent(root)).map(({ file, line, message }) => `${file}:${line} ${message}`);
}

describe('the content of the magazine', () => {
  it('has no mistake', async () => {
    expect(await checkContent(process.cwd())).toEqual([]);
  });
});

describe('a content folder', () => {
  it('is accepted when nothing is wrong', async () => {
    expect(await messages()).toEqual([]);
  });

  it('is checked by several processes when it is large, with the same words', async () => {
    const text = readFileSync('tests/fixtures/articles/good/index.mdx', 'utf8');
    for (let number = 0; number < 510; number += 1) {
      mkdirSync(join(root, `content/articles/n-${number}`));
      write(
        `articles/n-${number}/index.mdx`,
        number === 400 ? text.replace('category: ', 'category: x') : text,
      );
      write(`articles/n-${number}/couverture.svg`, SVG);
    }
    expect(await messages()).toEqual([
      'content/articles/n-400/index.mdx:5 La rubrique « xmobilite » n’existe pas : vouliez-vous dire « mobilite » ?',
    ]);
    write('articles/n-400/index.mdx', text);
    // All other articles are cached: only this one is read, and no process is needed.
    expect(await messages()).toEqual([]);
    expect(readArticleRecords(root)).toHaveLength(511);
  });

  it('has categories of two levels at most', async () => {
    write(
      'categories/tram.yaml',
      'name: Tram\ndescription: Rails.\naccent: vert\norder: 1\nparent: mobilite\n',
    );
    expect(await messages()).toEqual([
      'content/categories/tram.yaml:5 « mobilite » est déjà une sous-rubrique',
    ]);
  });

  it('names each tag once', async () => {
    write('tags.yaml', '- name: cloud computing\n- name: nuage\n  aliases:\n    - cloud computing\n');
    expect(await messages()).toEqual([
      'content/tags.yaml:2 « cloud computing » est déjà le nom, la variante ou l’adresse d’une étiquette',
    ]);
  });

  it('leads with articles that are there', async () => {
    write('front-page.yaml', 'lead: bonn\nseconds: []\nsections:\n  - mobilit\n');
    expect(await messages()).toEqual([
      'content/front-page.yaml:1 L’article « bonn » n’existe pas : vouliez-vous dire « bon » ?',
      'content/front-page.yaml:4 La rubrique « mobilit » n’existe pas : vouliez-vous dire « mobilite » ?',
    ]);
  });

  it('has an article in each folder, under a name that can be an address', async () => {
    mkdirSync(join(root, 'content/articles/vide'));
    cpSync(join(root, 'content/articles/bon'), join(root, 'content/articles/Été 2024'), { recursive: true });
    expect(await messages()).toEqual([
      'content/articles/Été 2024/index.mdx:1 Le dossier « Été 2024 » ne peut pas servir d’adresse',
      'content/articles/vide/index.mdx:1 Ce dossier n’a pas d’article',
    ]);
  });

  it('names a fault of the site’s own file', async () => {
    write('site.yaml', 'name: Innovations\nadress: https://ex.fr\n');
    expect((await messages())[0]).toContain('content/site.yaml:1 Le champ');
    expect(await messages()).toContain(
      'content/site.yaml:2 Le champ « adress » n’existe pas : vouliez-vous dire « address » ?',
    );
  });
});
