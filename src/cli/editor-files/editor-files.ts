import { DESCRIBED_FILES, jsonSchemaOf } from '#model/json-schemas.ts';
import { componentSnippets } from './snippets.ts';

/** What VS Code needs to know of the model, made from the model: the text of each file by its path. */
export function editorFiles(): Map<string, string> {
  const names = Object.keys(DESCRIBED_FILES) as (keyof typeof DESCRIBED_FILES)[];
  const write = (data: object) => `${JSON.stringify(data, null, 2)}\n`;
  return new Map([
    ...names.map((name) => [`.vscode/schemas/${name}.json`, write(jsonSchemaOf(name))] as const),
    ['.vscode/innovations.code-snippets', write(componentSnippets())],
  ]);
}
