import { type AttributeRule, type ComponentRule, vocabulary } from '#model/editorial-components.ts';

/** A snippet as VS Code reads it: `${1:text}` is a place to fill in. */
export interface Snippet {
  scope: string;
  prefix: string;
  body: string[];
  description: string;
}

/** One snippet for each component of the vocabulary, by its name. */
export function componentSnippets(): Record<string, Snippet> {
  return Object.fromEntries(
    Object.entries<ComponentRule>(vocabulary).map(([name, rule]) => [name, snippetOf(name, rule)]),
  );
}

function snippetOf(name: string, rule: ComponentRule): Snippet {
  let place = 0;
  const fill = (text: string) => `\${${(place += 1)}:${escape(text)}}`;
  const choose = (values: readonly string[]) => `\${${(place += 1)}|${values.join(',')}|}`;
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

/** What is more than a text stands on its own lines; an inline text between the tags. */
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

/** « ChiffreCle » is typed « chiffre-cle ». */
function prefixOf(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/gu, '-').toLowerCase();
}

function listOptional(attributes: Readonly<Record<string, AttributeRule>>): string {
  const optional = Object.entries(attributes).filter(([, { required }]) => !required);
  return optional.length > 0 ? ` (facultatif : ${optional.map(([name]) => name).join(', ')})` : '';
}

/** Signs that mean something in a snippet. */
function escape(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}
