import { DESCRIBED_FILES, jsonSchemaOf } from '#model/json-schemas.ts';
import { type AttributeRule, type ComponentRule, editorialComponents } from '#model/editorial-components.ts';

/** The files of VS Code that are generated from the model: text by path. */
export function editorFiles(): Map<string, string> {
  const names = Object.keys(DESCRIBED_FILES) as (keyof typeof DESCRIBED_FILES)[];
  const write = (data: object) => `${JSON.stringify(data, null, 2)}\n`;
  return new Map([
    ...names.map((name) => [`.vscode/schemas/${name}.json`, write(jsonSchemaOf(name))] as const),
    ['.vscode/innovations.code-snippets', write(componentSnippets())],
  ]);
}

/** A snippet of VS Code: `${1:text}` is a placeholder to fill in. */
export interface Snippet {
  scope: string;
  prefix: string;
  body: string[];
  description: string;
}

/** One snippet for each editorial component, by its name. */
export function componentSnippets(): Record<string, Snippet> {
  return Object.fromEntries(
    Object.entries<ComponentRule>(editorialComponents).map(([name, rule]) => [name, snippetOf(name, rule)]),
  );
}

function snippetOf(name: string, rule: ComponentRule): Snippet {
  let index = 0;
  const fill = (text: string) => `\${${(index += 1)}:${escape(text)}}`;
  const choose = (values: readonly string[]) => `\${${(index += 1)}|${values.join(',')}|}`;
  const attributes = Object.entries(rule.attributes)
    .filter(([, { required }]) => required)
    .map(
      ([attribute, { description, values }]) =>
        ` ${attribute}="${values ? choose(values) : fill(description)}"`,
    )
    .join('');
  return {
    scope: 'mdx',
    prefix: prefixOf(name),
    body: bodyOf(name, attributes, rule, fill),
    description: `${rule.description}${listOptional(rule.attributes)}`,
  };
}

function bodyOf(
  name: string,
  attributes: string,
  { content, example }: ComponentRule,
  fill: (text: string) => string,
): string[] {
  if (content === 'none') return [`<${name}${attributes} />`, ''];
  if (example !== undefined)
    return [`<${name}${attributes}>`, '', ...escape(example).split('\n'), '$0', `</${name}>`, ''];
  if (attributes === '') return [`<${name}>${fill('Le texte')}</${name}>`];
  return [`<${name}${attributes}>`, '', fill('Le texte'), '', `</${name}>`, ''];
}

/** ChiffreCle → chiffre-cle */
function prefixOf(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/gu, '-').toLowerCase();
}

function listOptional(attributes: Readonly<Record<string, AttributeRule>>): string {
  const optional = Object.entries(attributes).filter(([, { required }]) => !required);
  return optional.length > 0 ? ` (facultatif : ${optional.map(([name]) => name).join(', ')})` : '';
}

/** Escapes characters with a meaning in snippets. */
function escape(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}
