import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { checkContent } from '#content/checks/content.ts';
import { SVG } from '../small-content.ts';

/** The folder of the smallest content that can be published, written again for each test. */
export let root = '';

export const site = (navigation: string) => `name: Revue
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

/** Writes the smallest content before each test of a file, and removes it afterwards. */
export function useSmallestContent(): void {
  beforeEach(writeContent);
  afterEach(() => rmSync(root, { recursive: true }));
}

function writeContent(): void {
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
}

export function write(path: string, text: string): void {
  writeFileSync(join(root, 'content', path), text);
}

export async function said(): Promise<string[]> {
  const problems = await checkContent(root);
  return problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}
