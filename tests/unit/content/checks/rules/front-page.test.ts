import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { ContentDocument } from '#content/checks/project/project.ts';
import { frontPageAge as rule } from '#content/checks/rules/front-page.ts';
import { article, project, said } from '../../../cli/project.ts';

const root = mkdtempSync(join(tmpdir(), 'une-'));
mkdirSync(join(root, 'content'));
writeFileSync(join(root, 'content/front-page.yaml'), '# La une\nlead: tete\nseconds: []\nsections: []\n');
afterAll(() => rmSync(root, { recursive: true }));

const NOW = new Date('2026-11-30T12:00:00Z');
const saidOf = (...documents: ContentDocument[]) => said(rule, { ...project(documents), root, now: NOW });
const lead = (fields: Record<string, string>) => article('', fields, 'tete');
const fresh = article('', { publishedAt: '2026-11-01' }, 'frais');
const OLD = /^2:7 L’article à la une date du \d+(?:er)? \S+ 20\d\d, il y a \d+ jours$/u;

it.each([
  ['published two months ago', { publishedAt: '2026-10-02' }],
  ['brought up to date since', { publishedAt: '2024-06-21', updatedAt: '2026-11-23' }],
  [
    'corrected since',
    { publishedAt: '2024-06-21', corrections: '\n  - date: 2026-11-19\n    text: Un chiffre était faux.' },
  ],
])('accepts a lead %s', async (_, fields) => {
  expect(await saidOf(lead(fields), fresh)).toEqual([]);
});

it.each([
  ['published before', { publishedAt: '2026-09-20' }],
  ['brought up to date long ago', { publishedAt: '2024-06-21', updatedAt: '2026-01-10' }],
])('warns of a lead %s, at its place', async (_, fields) => {
  const [warning, ...others] = await saidOf(lead(fields), fresh);
  expect(warning?.replaceAll('\u00A0', ' ')).toMatch(OLD);
  expect(others).toEqual([]);
});

it('warns when nothing was published for two months, whatever is a draft, to come or brought up to date', async () => {
  const silent = await saidOf(
    lead({ publishedAt: '2026-08-01', updatedAt: '2026-11-20' }),
    article('', { publishedAt: '2026-11-10', draft: 'true' }, 'brouillon'),
    article('', { publishedAt: '2027-01-10' }, 'futur'),
  );
  expect(silent).toEqual(['2:7 Aucun article n’a été publié depuis le 1er août 2026']);
});

it('leaves a lead that does not exist to the rule of the model', async () => {
  expect(await saidOf(fresh)).toEqual([]);
});
