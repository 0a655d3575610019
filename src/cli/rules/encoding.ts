import type { Rule } from '#cli/rule.ts';
import { say } from '#cli/say.ts';

export const rule: Rule = {
  name: 'encodage',
  description: 'Les fichiers sont écrits en UTF-8.',
  example: 'Un fichier enregistré en Windows-1252, où « é » devient « � »',
  severity: 'erreur',
  check: ({ documents }) =>
    documents
      .filter(({ source }) => !source.isUtf8)
      .map(({ source }) => ({
        file: source.file,
        ...source.placeAt(Math.max(0, source.text.indexOf('\uFFFD'))),
        message: say`Ce fichier n’est pas en UTF-8`,
        remedy: say`Enregistrez-le de nouveau en choisissant l’encodage UTF-8`,
      })),
};
