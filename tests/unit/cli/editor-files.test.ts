import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'astro/zod';
import { splitArticle } from '#content/files/article-file.ts';
import { checkBody } from '#content/checks/body.ts';
import { editorialComponents } from '#model/editorial-components.ts';
import { componentSnippets, editorFiles } from '#cli/editor-files/editor-files.ts';
import { DESCRIBED_FILES, jsonSchemaOf } from '#model/json-schemas.ts';
import { parse } from 'yaml';

type Name = keyof typeof DESCRIBED_FILES;
const read = (path: string) => readFileSync(path, 'utf8');
const validator = (name: Name) =>
  z.fromJSONSchema(jsonSchemaOf(name) as Parameters<typeof z.fromJSONSchema>[0]);
/** Parses YAML as the VS Code extension does: dates remain texts. */
const asTyped = (text: string): unknown => parse(text, { schema: 'core' });

describe('the files made for VS Code', () => {
  it.each([...editorFiles()])('are up to date with the model: %s', (path, text) => {
    expect(existsSync(path) ? read(path) : null, 'Run « npm run schemas ».').toBe(text);
  });

  it('are as many as the model describes', () => {
    expect(readdirSync('.vscode/schemas').sort()).toEqual(
      Object.keys(DESCRIBED_FILES)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });

  it('are given to the files they describe', () => {
    const settings = JSON.parse(read('.vscode/settings.json')) as Record<string, unknown>;
    const expected = Object.entries(DESCRIBED_FILES)
      .filter(([, { files }]) => files.length > 0)
      .map(([name, { files }]) => [`./.vscode/schemas/${name}.json`, files]);
    expect(settings['yaml.schemas']).toEqual(Object.fromEntries(expected));
  });
});

describe('the JSON schemas', () => {
  it.each([
    ['site', 'content/site.yaml'],
    ['tags', 'content/tags.yaml'],
    ['front-page', 'content/front-page.yaml'],
    ...readdirSync('content/categories').map((file) => ['category', `content/categories/${file}`] as const),
    ...readdirSync('content/authors').map((file) => ['author', `content/authors/${file}`] as const),
  ] as const)('accept what the magazine has: %s, %s', (name, path) => {
    expect(validator(name).safeParse(asTyped(read(path))).error).toBeUndefined();
  });

  it.each(readdirSync('content/articles'))('accept the fields of an article: %s', (slug) => {
    const fields = asTyped(splitArticle(read(`content/articles/${slug}/index.mdx`))?.frontMatter ?? '');
    expect(validator('article').safeParse(fields).error).toBeUndefined();
  });

  it('refuse a field that does not exist, and one that is missing', () => {
    const author = { name: 'A', description: 'D' };
    expect(validator('author').safeParse(author).success).toBe(true);
    expect(validator('author').safeParse({ ...author, site: 'x' }).success).toBe(false);
    expect(validator('author').safeParse({ name: 'A' }).success).toBe(false);
  });

  it('describe every field in French', () => {
    const undescribed: string[] = [];
    const look = (node: unknown, path: string): void => {
      const { properties = {}, items } = node as { properties?: Record<string, object>; items?: unknown };
      for (const [name, field] of Object.entries(properties)) {
        if (!('description' in field)) undescribed.push(`${path}.${name}`);
        look(field, `${path}.${name}`);
      }
      if (items) look(items, path);
    };
    for (const name of Object.keys(DESCRIBED_FILES) as Name[]) look(jsonSchemaOf(name), name);
    expect(undescribed).toEqual([]);
  });
});

describe('the snippets', () => {
  const snippets = componentSnippets();

  it('are one for each component, each under its own prefix', () => {
    expect(Object.keys(snippets)).toEqual(Object.keys(editorialComponents));
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(prefixes).toContain('chiffre-cle');
    for (const prefix of prefixes) expect(prefix).toMatch(/^[a-z-]+$/u);
  });

  it.each(Object.entries(snippets))('write what the check accepts: %s', (name, { body }) => {
    const written = body
      .join('\n')
      .replace(/="\$\{\d+:L’année, le mois ou le jour\}"/u, '="2022-11"')
      .replace(/="\$\{\d+:L’adresse de la vidéo\}"/u, '="https://www.youtube.com/watch?v=identifiant"')
      .replace(/\$\{\d+\|([^,|]+)[^}]*\}/gu, '$1')
      .replace(/\$\{\d+:([^}]*)\}|\$0/gu, '$1')
      .replace(/\\(.)/gu, '$1');
    const text = name === 'Etape' ? `<Chronologie titre="T">\n\n${written}\n</Chronologie>` : written;
    const neighbours = new Set(['schema.svg', 'photo-1.jpg', 'photo-2.jpg', 'avant.jpg', 'apres.jpg']);
    expect(checkBody(text, { file: 'index.mdx', neighbours })).toEqual([]);
  });
});
