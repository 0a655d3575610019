import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '#content/checks/content.ts';
import { SVG } from '../small-content.ts';
import { root, said, site, useSmallestContent, write } from './smallest-content.ts';

useSmallestContent();

describe('the lists of the magazine', () => {
  it('may be this short', async () => {
    expect(await said()).toEqual([]);
  });

  it('lead from the masthead to categories that are there', async () => {
    write('site.yaml', site('  - category: mobilite\n    label: M\n  - category: mobilites\n    label: N'));
    expect(await said()).toEqual([
      'content/site.yaml:8:15 La rubrique « mobilites » n’existe pas : vouliez-vous dire « mobilite » ?',
    ]);
  });

  it('reserve no text mining that the licence grants', async () => {
    const licence = (url: string) => `licence:\n  name: L\n  url: ${url}\n`;
    const settings = site('  - category: mobilite\n    label: M');
    write('site.yaml', settings + licence('https://creativecommons.org/licenses/by-sa/4.0/deed.fr'));
    expect(await said()).toEqual([
      'content/site.yaml:16:13 La licence « L » autorise la réutilisation des textes, et cette ligne réserve leur fouille',
    ]);
    write('site.yaml', settings + licence('https://creativecommons.org/licenses/by-nc-nd/4.0/'));
    expect(await said()).toEqual([]);
  });

  it('give a category a parent that is there', async () => {
    write('categories/velo.yaml', 'name: V\ndescription: D.\naccent: vert\norder: 1\nparent: mobillite\n');
    expect(await said()).toEqual([
      'content/categories/velo.yaml:5:9 La rubrique « mobillite » n’existe pas : vouliez-vous dire « mobilite » ?',
    ]);
  });

  it('let no category be its own parent', async () => {
    write('categories/velo.yaml', 'name: V\ndescription: D.\naccent: vert\norder: 1\nparent: velo\n');
    expect(await said()).toEqual(['content/categories/velo.yaml:5:9 « velo » est déjà une sous-rubrique']);
  });

  it.each([
    ['the same address', '- name: Été\n- name: ete\n', '2:9 « ete »'],
    ['the same written address', '- name: un\n- name: deux\n  slug: un\n', '2:9 « deux »'],
    ['the same variant', '- name: a\n  aliases: [x]\n- name: b\n  aliases: [x]\n', '3:9 « x »'],
    ['a name that is a variant', '- name: a\n  aliases: [x]\n- name: x\n', '3:9 « x »'],
  ])('give no two tags %s', async (_, tags, found) => {
    write('tags.yaml', tags);
    expect(await said()).toEqual([
      `content/tags.yaml:${found} est déjà le nom, la variante ou l’adresse d’une étiquette`,
    ]);
  });

  it.each(['🔥', '数据', '…'])('give an address to each tag: %s', async (name) => {
    write('tags.yaml', `- name: cloud computing\n- name: mobilité urbaine\n- name: "${name}"\n`);
    expect(await said()).toEqual([
      `content/tags.yaml:3:9 « ${name} » ne contient ni lettre latine ni chiffre pour former une adresse`,
    ]);
    write('tags.yaml', `- name: cloud computing\n- name: mobilité urbaine\n- name: "${name}"\n  slug: feu\n`);
    expect(await said()).toEqual([]);
  });

  it.each(['articles', 'authors', 'categories'])('may not lack a folder: %s', async (name) => {
    rmSync(join(root, 'content', name), { recursive: true });
    expect(await said()).toEqual([`content/${name}/:1:1 Ce dossier manque`]);
  });

  it('may have no page', async () => {
    rmSync(join(root, 'content/pages'), { recursive: true });
    expect(await said()).toEqual([]);
  });

  it('name a text that stands in a folder of articles under another name', async () => {
    for (const [folder, name] of [
      ['a', 'INDEX.MDX'],
      ['b', 'index.md'],
      ['c', 'essai/index.mdx'],
    ] as const) {
      mkdirSync(join(root, 'content/articles', folder, name, '..'), { recursive: true });
      write(`articles/${folder}/${name}`, 'Texte');
    }
    expect(await said()).toEqual([
      'content/articles/a/index.mdx:1:1 Le texte « INDEX.MDX » n’est pas pris en compte',
      'content/articles/b/index.mdx:1:1 Le texte « index.md » n’est pas pris en compte',
      'content/articles/c/index.mdx:1:1 Le texte « essai/index.mdx » n’est pas pris en compte',
    ]);
  });

  it('let a second tag take an address of its own', async () => {
    write(
      'tags.yaml',
      '- name: cloud computing\n- name: mobilité urbaine\n- name: C\n- name: c\n  slug: langage-c\n',
    );
    expect(await said()).toEqual([]);
  });

  it('are mended before articles, which cite them', async () => {
    write('tags.yaml', '- nam: cloud computing\n');
    expect(await said()).toEqual([
      'content/tags.yaml:1:3 Le champ « 1.name » (Nom) manque',
      'content/tags.yaml:1:3 Le champ « nam » n’existe pas : vouliez-vous dire « name » ?',
    ]);
  });

  it('say every mistake of every article, by file and line', async () => {
    for (const name of ['unknown-tag', 'braces']) {
      cpSync(`tests/fixtures/articles/${name}/index.mdx`, join(root, `content/articles/${name}/index.mdx`));
      write(`articles/${name}/couverture.svg`, SVG);
    }
    const files = (await checkContent(root)).map(({ file }) => file);
    expect(files).toEqual(['content/articles/braces/index.mdx', 'content/articles/unknown-tag/index.mdx']);
  });

  it('look only at folders among articles', async () => {
    write('articles/.DS_Store', '');
    write('articles/note.txt', 'à faire');
    expect(await said()).toEqual([]);
  });

  it('read files with a byte order mark and the line ends of Windows', async () => {
    write('authors/la-redaction.yaml', '\uFEFFname: La rédaction\r\ndescription: Nous.\r\nsite: x\r\n');
    expect(await said()).toEqual([
      'content/authors/la-redaction.yaml:3:1 Le champ « site » n’existe pas : vouliez-vous dire « url » ?',
    ]);
  });

  it('may not lack a file', async () => {
    rmSync(join(root, 'content/tags.yaml'));
    expect(await said()).toEqual([expect.stringMatching(/^content\/tags\.yaml:1:1 /u)]);
  });

  it('name files of categories by what can be an address', async () => {
    write('categories/Vélo.yaml', 'name: V\ndescription: D.\naccent: vert\norder: 1\n');
    expect(await said()).toEqual([expect.stringMatching(/^content\/categories\/Vélo\.yaml:1:1 /u)]);
  });
});
