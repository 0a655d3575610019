import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { editorFiles } from '#cli/editor-files/editor-files.ts';

/** `npm run schemas`: writes the JSON schemas and snippets of VS Code. Run it when the model changes. */
for (const [path, text] of editorFiles()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(path);
}
