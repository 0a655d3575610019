import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '#content/checks/content.ts';
import { SVG } from '../small-content.ts';

/** The smallest content that may be published, written anew for each test. */
let root = '';

const site = (navigation: string) => `name: Revue
tagline: Une revue
description: Une présentation assez longue pour être acceptée, en une phrase ou deux.
address: https://ex.fr
navigation:
${navigation}
follow:
  title: Suivez-nous
  text: Une phrase.
  countedAt: 2024-06-21
  networks: []
comments:
  retentionDays: 30
crawlers:
  training: false
  search: true
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'listes-'));
  for (const folder of ['articles/bon', 'authors', 'categories', 'pages'])
    mkdirSync(join(root, 'content', folder), { recursive: true });
  cpSync('tests/fixtures/articles/good/index.mdx', join(root, 'content/articles/bon/index.mdx'));
  write('articles/bon/couverture.svg', SVG);
  write('authors/la-redaction.yaml', 'name: La rédaction\ndescription: Nous.\n');
  write('categories/mobilite.yaml', 'name: Mobilité\ndescription: D.\naccent: vert\norder: 1\n');
  write('tags.yaml', '- name: cloud computing\n- name: mobilité urbaine\n');
  write('site.yaml', site('  - category: mobilite\n    label: Mobilité'));
  write('front-page.yaml', 'lead: bon\nseconds: []\nsections: []\n');
});

afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  writeFileSync(join(root, 'content', path), text);
}

async function said(): Promise<string[]> {
  const problems = await checkContent(root);
  return problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

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

describe('the identity of the magazine', () => {
  const identity = (more: string) =>
    write('site.yaml', `${site('  - category: mobilite\n    label: M')}${more}`);
  const colours = (light: string, accent: string) => `colours:
  dot: '#ff5a36'
  light: ${light}
  dark: { paper: '#14161a', ink: '#ece8df' }
  accents:
    - { name: vert, light: '${accent}', dark: '#6fd3a8' }
`;

  it('needs neither a follow card, comments, colours nor pages', async () => {
    const text = site('  - category: mobilite\n    label: M').replace(/follow:[\s\S]*?crawlers/u, 'crawlers');
    write('site.yaml', text);
    rmSync(join(root, 'content/pages'), { recursive: true });
    expect(await said()).toEqual([]);
  });

  it('has colours that can be read', async () => {
    identity(colours("{ paper: '#fbf8f2', ink: '#17181c' }", '#0f6b4a'));
    expect(await said()).toEqual([]);
    identity(colours("{ paper: '#fbf8f2', ink: '#17181c', soft: '#aaaaaa' }", '#6fd3a8'));
    const problems = await checkContent(root);
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      expect.stringMatching(
        /^20 Le texte secondaire \(#aaaaaa\) se lit mal sur le papier clair \(#fbf8f2\)\s: le contraste est de 2,1, il en faut 4,5$/u,
      ),
      expect.stringMatching(/^20 Le texte secondaire .* sur les pastilles du thème clair/u),
      expect.stringMatching(/^23 La couleur «\svert\s» \(#6fd3a8\) se lit mal sur le papier clair/u),
      expect.stringMatching(/^23 La couleur «\svert\s» .* sur le fond clair/u),
    ]);
    expect(problems[0]?.remedy).toMatch(/^La valeur la plus proche qui convient\s: '#[\da-f]{6}'$/u);
  });

  it('has a paper that is light, and a dark one that is dark', async () => {
    identity(colours("{ paper: '#777777', ink: '#000000' }", '#000000'));
    expect((await said()).join('\n')).toContain('Le texte des erreurs');
  });

  it('has the colour of each category', async () => {
    write('categories/mobilite.yaml', 'name: M\ndescription: D.\naccent: vrt\norder: 1\n');
    expect(await said()).toEqual([
      'content/categories/mobilite.yaml:3:9 La couleur « vrt » n’existe pas : vouliez-vous dire « vert » ?',
    ]);
  });

  it('has its drawings in content/site/', async () => {
    mkdirSync(join(root, 'content/site'));
    write('site/icone.svg', SVG);
    identity('icon: icone.svg\nmark: icones.svg\n');
    const [problem, ...others] = await checkContent(root);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      line: 19,
      message: expect.stringMatching(
        /^Le dessin «\sicones\.svg\s» n’est pas dans content\/site\/$/u,
      ) as string,
      remedy: expect.stringContaining('icone.svg') as string,
    });
  });

  it('does not let models be trained on texts whose rights are all reserved', async () => {
    write(
      'site.yaml',
      site('  - category: mobilite\n    label: M').replace('training: false', 'training: true'),
    );
    expect(await said()).toEqual([expect.stringContaining('Tous les droits sont réservés')]);
  });

  it('has one page for each role', async () => {
    const page = (name: string) =>
      write(
        `pages/${name}.mdx`,
        `---\ntitle: ${name}\ndescription: Une présentation assez longue pour être acceptée, en une phrase.\nrole: contact\norder: 1\n---\n\nTexte.\n`,
      );
    page('contact');
    expect(await said()).toEqual([]);
    page('nous-ecrire');
    expect(await said()).toEqual([
      'content/pages/nous-ecrire.mdx:4:7 Le rôle « contact » est déjà celui de content/pages/contact.mdx',
    ]);
  });
});
