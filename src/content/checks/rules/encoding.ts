import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '#content/checks/rule.ts';
import { readSource } from '#content/checks/project/source-file.ts';
import { fr } from '#lib/typography/fr.ts';

/** Text files of content/ except articles and pages, which the project has already read. */
function otherFiles(root: string): string[] {
  const content = join(root, 'content');
  if (!existsSync(content)) return [];
  return readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:yaml|txt)$/u.test(path))
    .map((path) => `content/${path.replaceAll('\\', '/')}`);
}

export const rule: Rule = {
  name: 'encodage',
  description: 'Les fichiers sont écrits en UTF-8.',
  example: 'Un fichier enregistré en Windows-1252, où « é » devient « � »',
  severity: 'erreur',
  check: ({ root, documents }) =>
    [...documents.map(({ source }) => source), ...otherFiles(root).map((file) => readSource(root, file))]
      .filter(({ isUtf8 }) => !isUtf8)
      .map((source) => ({
        file: source.file,
        ...source.placeAt(Math.max(0, source.text.indexOf('\uFFFD'))),
        message: fr`Ce fichier n’est pas en UTF-8`,
        remedy: fr`Enregistrez-le de nouveau en choisissant l’encodage UTF-8`,
      })),
};
