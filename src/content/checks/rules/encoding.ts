import { join } from 'node:path';
import { filesBelow } from '#storage/files-below.ts';
import { defineRule } from '#content/checks/rule.ts';
import { readSource } from '#content/checks/project/source-file.ts';
import { fr } from '#lib/typography/fr.ts';

export const rule = defineRule({
  name: 'encodage',
  description: 'Les fichiers sont écrits en UTF-8.',
  example: 'Un fichier enregistré en Windows-1252, où « é » devient « � »',
  severity: 'erreur',
  checkProject({ root, documents }, reportIn) {
    // Articles and pages are already in `documents`; other text files are read here.
    const others = filesBelow(join(root, 'content')).filter((path) => /\.(?:yaml|txt)$/u.test(path));
    const sources = [
      ...documents.map(({ source }) => source),
      ...others.map((path) => readSource(root, `content/${path}`)),
    ];
    for (const { file, text, isUtf8, placeAt } of sources)
      if (!isUtf8)
        reportIn(file)(
          placeAt(Math.max(0, text.indexOf('\uFFFD'))),
          fr`Ce fichier n’est pas en UTF-8`,
          fr`Enregistrez-le de nouveau en choisissant l’encodage UTF-8`,
        );
  },
});
