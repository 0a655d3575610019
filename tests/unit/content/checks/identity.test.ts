import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '#content/checks/content.ts';
import { SVG } from '../small-content.ts';
import { root, said, site, useSmallestContent, write } from './smallest-content.ts';

useSmallestContent();

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
