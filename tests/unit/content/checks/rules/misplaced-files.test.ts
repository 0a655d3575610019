import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readProject } from '#content/checks/project/project.ts';
import { rule } from '#content/checks/rules/misplaced-files.ts';
import { articleText, folderOf, plain } from '../../../cli/project.ts';

async function judged(files: Readonly<Record<string, string>>): Promise<string[]> {
  const root = folderOf({
    'content/articles/essai/index.mdx': articleText('![Une roue](./roue%20verte.svg)'),
    ...files,
  });
  const problems = await rule.check(readProject(root, { external: false, now: new Date() }));
  rmSync(root, { recursive: true });
  return problems.map(({ file, severity, remedy }) => `${severity} ${file.slice(8)} → ${plain(remedy)}`);
}

describe('a file that is not where it should be', () => {
  it.each([
    ['articles/un-essai.mdx', /^erreur .*« articles\/un-essai ».*« index\.mdx »$/u],
    ['articles/2024-01-02-autre.md', /^erreur .*« articles\/2024-01-02-autre »/u],
    ['articles/essai/autre.md', /^avertissement /u],
    ['articles/essai/notes.yaml', /^avertissement /u],
    ['articles/essai/rapport.pdf', /^note /u],
    ['articles/essai/oubliee.jpg', /^note /u],
    ['articles/essai/images/photo.jpg', /^note /u],
    ['pages/contact/index.mdx', /^erreur .*« pages\/contact\.mdx »$/u],
    ['pages/contact.md', /^erreur .*« pages\/contact\.mdx »$/u],
    ['article/essai/index.mdx', /^erreur .*« articles »/u],
    ['auteurs/elodie.yaml', /^erreur .*Les dossiers prévus|« authors »/u],
    ['authors/elodie.yml', /^erreur .*« elodie\.yaml »/u],
    ['categories/Énergie.YAML', /^erreur .*« energie\.yaml »/u],
    ['tags.yml', /^erreur .*« tags\.yaml »$/u],
    ['site.json', /^erreur .*« site\.yaml »$/u],
    ['brouillon.mdx', /^erreur /u],
  ])('is named: %s', async (path, expected) => {
    expect(await judged({ [`content/${path}`]: 'x' })).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    'articles/.DS_Store',
    'articles/essai/Thumbs.db',
    'articles/essai/roue verte.svg',
    'mots.txt',
    'guide/a.webp',
    'pages/a.mdx',
  ])('is not one that belongs there, or to the machine: %s', async (path) => {
    expect(await judged({ [`content/${path}`]: 'x' })).toEqual([]);
  });
});
