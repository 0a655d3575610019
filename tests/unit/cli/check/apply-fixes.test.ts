import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { applyFixes } from '#cli/check/apply-fixes.ts';
import { readProject } from '#content/checks/project/project.ts';
import { runRules } from '#content/checks/run-rules.ts';
import { rule as capitals } from '#content/checks/rules/capitals.ts';
import { rule as typography } from '#content/checks/rules/typography.ts';
import { articleText, folderOf } from '../project.ts';

const FILE = 'content/articles/essai/index.mdx';

/** Returns the file after its fixes, and the number of fixes. */
async function mended(before: string | Buffer): Promise<{ after: Buffer; count: number }> {
  const root = folderOf({ [FILE]: before });
  const project = readProject(root, { external: false, now: new Date() });
  const { problems } = await runRules(project, [capitals, typography]);
  const count = applyFixes(project, problems);
  expect(readdirSync(join(root, 'content/articles/essai'))).toEqual(['index.mdx']);
  return { after: readFileSync(join(root, FILE)), count };
}

it('writes each fix at its place, in fields, attributes and text', async () => {
  const body =
    '<Encadre titre="L\'Etat ?">\n\n*L\'Energie* : `a ? b`, https://exemple.fr/a?b\n\n</Encadre>\n';
  const { after } = await mended(articleText(body, { title: "Qu'est-ce que l'Etat ?" }));
  const right =
    '<Encadre titre="L’État\u202F?">\n\n*L’Énergie*\u00A0: `a ? b`, https://exemple.fr/a?b\n\n</Encadre>\n';
  expect(after.toString()).toBe(articleText(right, { title: 'Qu’est-ce que l’État\u202F?' }));
});

it('keeps line endings and the byte order mark', async () => {
  const written = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
  const { after } = await mended(written(articleText('Quoi ?\n\n🚀 Rien !\n')));
  expect(after.toString()).toBe(written(articleText('Quoi\u202F?\n\n🚀 Rien\u202F!\n')));
});

it('leaves a file alone that is not UTF-8', async () => {
  const bytes = Buffer.from(articleText('Déjà ? Rien...'), 'latin1');
  expect(await mended(bytes)).toEqual({ after: bytes, count: 0 });
});

it('leaves a file alone whose fields or text cannot be read', async () => {
  for (const text of [articleText('<Encadre titre="A ?">'), 'Sans champs ? Non.']) {
    expect((await mended(text)).after.toString()).toBe(text);
  }
});
