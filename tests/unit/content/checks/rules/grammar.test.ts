import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { rule } from '#content/checks/rules/grammar.ts';
import { article, folderOf, plain, project, said } from '../../../cli/project.ts';

afterEach(() => vi.unstubAllEnvs());

/** A fake Grammalecte that reports the second word of the paragraph « Les maison … ». */
const COMMAND = `#!/usr/bin/env node
const fs = require('node:fs');
const lines = fs.readFileSync(process.argv[3], 'utf8').split('\\n');
fs.writeFileSync(__dirname + '/lu.txt', lines.join('\\n'));
const iParagraph = lines.findIndex((line) => line.startsWith('Les maison')) + 1;
const error = { nStart: 4, nEnd: 10, sMessage: 'Accord de nombre : erroné', aSuggestions: ['maisons'] };
console.log(JSON.stringify({ data: [{ iParagraph, lGrammarErrors: [error] }] }));
`;

function install(): string {
  const folder = folderOf({ 'grammalecte-cli': COMMAND });
  chmodSync(join(folder, 'grammalecte-cli'), 0o755);
  vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`);
  return folder;
}

it('warns at the place in the file, with the suggestion', async () => {
  install();
  const [problem] = await rule.check(project([article('Un début.\n\nLes maison sont grandes.')]));
  expect(problem).toMatchObject({ line: 19, column: 5 });
  expect(plain(problem?.remedy ?? '')).toBe('Écrivez « maisons », si c’est bien une faute');
});

it('hands over French prose alone, a paragraph a line', async () => {
  const folder = install();
  await said(rule, project([article('Les maison\nont `code` et <i lang="en">so on</i>.')]));
  expect(readFileSync(join(folder, 'lu.txt'), 'utf8')).toContain('\nLes maison ont … et ….\n');
});

it('is passed over where Grammalecte is not installed', () => {
  vi.stubEnv('PATH', '/nowhere');
  expect(plain(rule.skipped?.(project([])) ?? '')).toBe('grammalecte-cli n’est pas installé');
});

it('says nothing of an expression that editors have accepted', async () => {
  install();
  const root = folderOf({ 'content/mots.txt': 'Les maison sont grandes\n' });
  expect(await said(rule, project([article('Les maison sont grandes.')], { root }))).toEqual([]);
  expect(await said(rule, project([article('Les maison sont petites.')], { root }))).toHaveLength(1);
});
