import { DESCRIBED_FILES, jsonSchemaOf } from '#model/json-schemas.ts';
import { componentSnippets } from './snippets.ts';

/** The files of VS Code that are generated from the model: text by path. */
export function editorFiles(): Map<string, string> {
  const names = Object.keys(DESCRIBED_FILES) as (keyof typeof DESCRIBED_FILES)[];
  const write = (data: object) => `${JSON.stringify(data, null, 2)}\n`;
  return new Map([
    ...names.map((name) => [`.vscode/schemas/${name}.json`, write(jsonSchemaOf(name))] as const),
    ['.vscode/innovations.code-snippets', write(componentSnippets())],
  ]);
}
